import { partKey, trainingContentType } from '../shared/narratives/training-layout.ts';
import type { TrainingMonth } from '../shared/narratives/training-month.ts';
import { claimLines } from './claim-lines.ts';
import { settlePart } from './settle-part.ts';
import type { StorableLine, StoreDeps, StoreOutcome } from './storable-line.ts';
import { StoreContendedError } from './store-contended-error.ts';

/** Each but the first follows on a stall longer than the lease, so that our own claims are free to take up. */
const maxAttempts = 3;

/**
 * Writes lines of one month as one part, each distinct content exactly once, whoever else writes the same and
 * whatever fails on the way: each line is claimed for the part, the part is written, the claims are confirmed. A
 * claim that was left pending is taken up once its lease is over, after its part is settled.
 *
 * @param lines - of distinct content hashes
 * @returns outcomes in the order of the lines
 * @throws what the stores throw; all that was begun is then taken up by the next who sends the same
 */
export const storeLines = async (
  deps: StoreDeps,
  month: TrainingMonth,
  lines: readonly StorableLine[],
): Promise<readonly StoreOutcome[]> => {
  const outcomes = new Map<string, StoreOutcome>();
  let open = lines;
  for (let attempt = 0; attempt < maxAttempts && open.length > 0; attempt++) {
    const key = partKey(deps.layout, month, deps.newId());
    const mine = { state: 'pending', partKey: key, leaseUntil: deps.clock.now() + deps.leaseMs } as const;
    const { won, lost } = await claimLines(deps, open, mine);
    for (const [hash, outcome] of lost) outcomes.set(hash, outcome);
    open = won;
    if (won.length === 0 || !(await writePart(deps, key, won))) continue;
    const hashes = won.map(({ contentHash }) => contentHash);
    await deps.claims.confirm(hashes, key);
    for (const hash of hashes) outcomes.set(hash, { success: true, partKey: key });
    open = [];
  }
  return lines.map(
    ({ contentHash }) =>
      outcomes.get(contentHash) ?? { success: false, reason: 'in-progress', retryable: true },
  );
};

/**
 * Writes lines as one part without asking whether they are there already.
 *
 * @returns the part's key
 */
export const storeUnchecked = async (
  deps: StoreDeps,
  month: TrainingMonth,
  lines: readonly Pick<StorableLine, 'line'>[],
): Promise<string> => {
  const key = partKey(deps.layout, month, deps.newId());
  if (await writePart(deps, key, lines)) return key;
  // Nobody knows of this part, so nobody can have closed it.
  throw new StoreContendedError();
};

/** @returns false when others closed the part before it was written */
const writePart = async (
  deps: StoreDeps,
  key: string,
  lines: readonly Pick<StorableLine, 'line'>[],
): Promise<boolean> => {
  const body = lines.map(({ line }) => line).join('');
  if (await deps.objects.create(key, { body, contentType: trainingContentType })) return true;
  // An earlier try of ours whose answer was lost, or somebody who gave us up.
  return (await settlePart(deps, key)) === 'written';
};
