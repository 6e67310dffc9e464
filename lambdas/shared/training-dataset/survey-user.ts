import { cutoffsFor } from '../../../ml/datasets/cutoffs.ts';
import { isEligible } from '../../../ml/datasets/eligibility.ts';
import type { Journal } from '../../../ml/features/journal.ts';
import { labelCrisis } from '../../../ml/labels/label-crisis.ts';
import { defaultAsOf } from '../../../ml/time/default-as-of.ts';
import { zoneClock } from '../../../ml/time/zone-clock.ts';
import type { DatasetParameters } from './prepare-request.ts';

export type Label = 0 | 1 | 'censored';

/** A person at a cut-off, before features. */
export interface Candidate {
  readonly userId: string;
  readonly cutoff: number;
  /** Local date of the cut-off, in days since 1970-01-01. */
  readonly cutoffDay: number;
  readonly any: Label;
  readonly asserted: Label;
}

/**
 * The cut-offs at which one person is eligible, with their labels under both policies, latest first.
 *
 * @param startedAt - of the run; the default asOf follows from it, so that a repeat has the same cut-offs
 */
export const surveyUser = (
  person: { readonly userId: string; readonly journal: Journal },
  request: DatasetParameters,
  startedAt: number,
): readonly Candidate[] => {
  const { userId, journal } = person;
  const asOf = request.asOf ?? defaultAsOf(startedAt, journal.timeZone);
  const clock = zoneClock(journal.timeZone);
  return cutoffsFor(journal, { ...request, asOf })
    .filter((cutoff) => isEligible(journal, cutoff, request.minDays))
    .map((cutoff) => ({ userId, cutoff, cutoffDay: clock.dayOf(cutoff), ...labelCrisis(journal, cutoff) }));
};
