import { compactMonth } from '../../../lambdas/compact-training-data/compact-month.ts';
import { storeLines } from '../../../lambdas/format-training-narrative/store-lines.ts';
import { readTrainingLines } from '../../../lambdas/shared/narratives/read-training-lines.ts';
import { takeSnapshot } from '../../../lambdas/shared/narratives/take-snapshot.ts';
import { trainingLayout } from '../../../lambdas/shared/narratives/training-layout.ts';
import type { TrainingMonth } from '../../../lambdas/shared/narratives/training-month.ts';
import type { ConditionalObjects } from '../../../lambdas/shared/ports/conditional-objects.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { memoryClaims } from '../support/memory-claims.ts';
import { memoryObjects } from '../support/memory-objects.ts';

export const month: TrainingMonth = { domain: 'sleep_wellness', month: '2025-06' };
export const layout = trainingLayout('training/');
export const fileOf = (suffix = '') =>
  `training/sleep_wellness/2025/06/health_journal_2025_06${suffix}.jsonl`;
export const leaseMs = 60_000;

/** One month in memory, with what writes, folds and reads it. */
export const memoryShelf = () => {
  const { clock, advance } = fakeClock();
  const { objects, current } = memoryObjects(clock);
  const { claims, held } = memoryClaims();
  let ids = 0;
  const shared = { clock, layout, claims, newId: () => String(ids++) };
  const lineOf = (name: string) => ({ contentHash: name, line: `{"example":"${name}"}\n` });
  const storing = { ...shared, objects, leaseMs };
  return {
    ...storing,
    advance,
    current,
    held,
    storing,
    /** @param through - stands in for some of the store's methods */
    store: (names: readonly string[], through: Partial<ConditionalObjects> = {}) =>
      storeLines({ ...storing, objects: { ...objects, ...through } }, month, names.map(lineOf)),
    compact: (
      limits = { maxFileBytes: 1_000_000, maxPartBytes: 1000 },
      through: Partial<ConditionalObjects> = {},
    ) => compactMonth({ ...shared, objects: { ...objects, ...through }, ...limits }, month),
    /** The names of the examples that a reader sees, in order. */
    read: async () => {
      const names: string[] = [];
      for await (const line of readTrainingLines(objects, await takeSnapshot(objects, layout, month))) {
        names.push(JSON.parse(line).example);
      }
      return names.toSorted();
    },
    keys: (prefix: string) => [...current.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
  };
};
