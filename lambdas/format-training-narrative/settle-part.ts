import { trainingContentType } from '../shared/narratives/training-layout.ts';
import type { ConditionalObjects } from '../shared/ports/conditional-objects.ts';
import type { TrainingClaims } from '../shared/ports/training-claims.ts';
import { StoreContendedError } from './store-contended-error.ts';

/** More than the states that a part goes through: waiting, folded, deleted. */
const maxLooks = 5;

/**
 * Finds out for good whether a part was written, by writing an empty object in its place where nothing is: from
 * then on a writer that is late finds its place taken.
 *
 * @returns `written`: its lines are there, or in a training file; `closed`: they are not and never will be
 * @throws {StoreContendedError} when it changes with every look
 */
export const settlePart = async (
  deps: { readonly objects: ConditionalObjects; readonly claims: TrainingClaims },
  partKey: string,
): Promise<'written' | 'closed'> => {
  for (let look = 0; look < maxLooks; look++) {
    const closed = await deps.objects.create(partKey, { body: '', contentType: trainingContentType });
    if (!closed) {
      const state = await deps.objects.head(partKey);
      if (state === undefined) continue;
      if (state.bytes > 0) return 'written';
    }
    // Empty now; it may have been folded and deleted before it was closed, and then that is on record.
    return (await deps.claims.isFolded(partKey)) ? 'written' : 'closed';
  }
  throw new StoreContendedError();
};
