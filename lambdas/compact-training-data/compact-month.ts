import { listParts, readShelf, type Shelf } from '../shared/narratives/read-shelf.ts';
import { latecomerMs, monthFolder } from '../shared/narratives/training-layout.ts';
import type { TrainingMonth } from '../shared/narratives/training-month.ts';
import type { ListedObject } from '../shared/ports/conditional-objects.ts';
import type { CompactDeps } from './compact-deps.ts';
import { foldParts } from './fold-parts.ts';

export interface CompactedMonth {
  /** Parts whose lines this call put into a file. */
  readonly partsFolded: number;
  /** Whether others compacted the same month so busily that parts may be left. */
  readonly contended: boolean;
}

/** Times that somebody else may be first before this one leaves the month to them. */
const maxLosses = 10;

/**
 * Folds a month's parts into its files until none waits, and tidies up what an earlier compaction left. Several
 * may run at once, and any of them may end at any point: a part is deleted only after its lines are in a file and
 * that is on record.
 */
export const compactMonth = async (deps: CompactDeps, month: TrainingMonth): Promise<CompactedMonth> => {
  let partsFolded = 0;
  for (let losses = 0; losses < maxLosses; ) {
    const shelf = await readShelf(deps.objects, deps.layout, month);
    if (shelf === undefined) {
      losses += 1;
      continue;
    }
    const listed = await listParts(deps.objects, deps.layout, month);
    await discard(
      deps,
      listed.filter(({ key, bytes }) => bytes > 0 && shelf.folded.has(key)).map(({ key }) => key),
    );
    const waiting = listed.filter(({ key, bytes }) => bytes > 0 && !shelf.folded.has(key));
    if (waiting.length === 0) {
      await tidyUp(deps, month, { shelf, listed });
      return { partsFolded, contended: false };
    }
    const folded = await foldParts(deps, { month, shelf, listed, waiting });
    if (folded === undefined) {
      losses += 1;
      continue;
    }
    partsFolded += folded.length;
    await discard(deps, folded);
  }
  return { partsFolded, contended: true };
};

/** Only parts whose lines are in a file. */
const discard = async ({ claims, objects }: CompactDeps, partKeys: readonly string[]): Promise<void> => {
  if (partKeys.length === 0) return;
  await claims.recordFolded(partKeys);
  await objects.remove(partKeys);
};

/** Removes what no latecomer can need any more: closed parts, and fold lists that no file points to. */
const tidyUp = async (
  { objects, clock, layout }: CompactDeps,
  month: TrainingMonth,
  { shelf, listed }: { readonly shelf: Shelf; readonly listed: readonly ListedObject[] },
): Promise<void> => {
  const before = clock.now() - latecomerMs;
  const old = listed.filter(({ bytes, modifiedAt }) => bytes === 0 && modifiedAt < before);
  const lists: string[] = [];
  for await (const { key, modifiedAt } of objects.list(monthFolder(layout.folds, month))) {
    if (modifiedAt < before && !shelf.foldKeys.includes(key)) lists.push(key);
  }
  await objects.remove([...old.map(({ key }) => key), ...lists]);
};
