import { DomainError } from '../../ml/domain-error.ts';
import { type ExtractionDeps, extractFeatures } from '../shared/features/extract-features.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { UserDirectory } from '../shared/ports/user-directory.ts';

export interface WarmFeaturesDeps {
  readonly extraction: ExtractionDeps;
  readonly users: UserDirectory;
}

const mostUsers = 50_000;
const usersAtOnce = 8;
/** What the app asks for most: the week that ended yesterday. */
const windowDays = 7;
const dayMs = 86_400_000;

/**
 * Extracts the features of all people whose data may be used, so that they are in the cache when somebody asks. A
 * repeat finds them there; who has nothing, or was erased meanwhile, is passed over.
 *
 * @returns how many people have features now
 */
export const warmFeatures = async (
  { extraction, users }: WarmFeaturesDeps,
  scheduledAt: string,
): Promise<number> => {
  const listing = await users.list(mostUsers);
  if (listing === 'too-many') throw new RangeError(`There are more than ${mostUsers} people for one task.`);
  const endMs = Date.parse(scheduledAt) - dayMs;
  const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const range = { startDate: dateOf(endMs - (windowDays - 1) * dayMs), endDate: dateOf(endMs) };
  const done = await mapWithLimit(listing.userIds, usersAtOnce, async (userId) => {
    try {
      await extractFeatures(extraction, { userId, ...range });
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  });
  return done.filter(Boolean).length;
};
