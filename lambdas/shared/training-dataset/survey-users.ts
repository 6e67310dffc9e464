import { DomainError } from '../../../ml/domain-error.ts';
import { mapWithLimit } from '../map-with-limit.ts';
import type { JournalReader } from '../ports/journal-reader.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { UserListing } from '../ports/user-directory.ts';
import { countLabels } from './count-labels.ts';
import type { DatasetParameters } from './prepare-request.ts';
import type { PolicyCounts, SurveyCounts } from './survey-counts.ts';
import { type Candidate, surveyUser } from './survey-user.ts';

export interface Survey {
  readonly candidates: readonly Candidate[];
  readonly counts: SurveyCounts;
  readonly labelCounts: PolicyCounts;
}

type UserSurvey =
  | { readonly outcome: 'surveyed'; readonly candidates: readonly Candidate[]; readonly skippedItems: number }
  | { readonly outcome: 'opted-out' | 'unparsable-profile' | 'user-not-found' | 'failed' };

/** Reads each person once, several at a time, and keeps only cut-offs and labels of what was read. */
export const surveyUsers = async (
  deps: { journals: JournalReader; telemetry: Telemetry; userConcurrency: number },
  listing: UserListing,
  run: { request: DatasetParameters; startedAt: number },
): Promise<Survey> => {
  const surveys = await mapWithLimit(
    listing.userIds,
    deps.userConcurrency,
    async (userId): Promise<UserSurvey> => {
      try {
        const { journal, optedOut, skippedItems } = await deps.journals.read(userId, 'moods-and-texts');
        if (optedOut) return { outcome: 'opted-out' };
        const candidates = surveyUser({ userId, journal }, run.request, run.startedAt);
        return { outcome: 'surveyed', candidates, skippedItems };
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome === 'failed') deps.telemetry.error('a journal could not be read', error);
        return { outcome };
      }
    },
  );
  const countOf = (outcome: UserSurvey['outcome']) => surveys.filter((one) => one.outcome === outcome).length;
  const surveyed = surveys.filter((one) => one.outcome === 'surveyed');
  const eligibleUsers = surveyed.filter(({ candidates }) => candidates.length > 0).length;
  const candidates = surveyed.flatMap((one) => one.candidates);
  return {
    candidates,
    counts: {
      eligibleUsers,
      eligibleRows: candidates.length,
      usersNotEligible: surveyed.length - eligibleUsers,
      usersOptedOut: listing.optedOut + countOf('opted-out'),
      usersWithUnparsableProfile: listing.unparsableProfiles + countOf('unparsable-profile'),
      usersGone: countOf('user-not-found'),
      usersFailed: countOf('failed'),
      unparsableItems: surveyed.reduce((sum, { skippedItems }) => sum + skippedItems, 0),
    },
    labelCounts: { any: countLabels(candidates, 'any'), asserted: countLabels(candidates, 'asserted') },
  };
};

const outcomeOf = (error: unknown): 'unparsable-profile' | 'user-not-found' | 'failed' => {
  const code = error instanceof DomainError ? error.code : '';
  return code === 'unparsable-profile' || code === 'user-not-found' ? code : 'failed';
};
