import type { PredictionDeps } from '../shared/customer-predictions/prediction-deps.ts';
import type { QuietCustomers, ReviewRounds } from '../shared/ports/customer-reviews.ts';
import { reviewCustomers } from './review-customers.ts';
import type { ReviewQuietCustomersRequest, ReviewQuietCustomersResult } from './schema.ts';

/** Shares that a round goes through, each in one go: small enough that one call is done with some of a million people. */
export const sharesPerRound = 64;
/** Less than a day, so that who was predicted by one day's review is looked at by the next, whenever that comes by. */
const quietMs = 20 * 3_600_000;
const customersAtOnce = 100;
/** Leaves the last of them the time that a cold model takes. */
const maxWorkMs = 10 * 60_000;

export interface ReviewQuietCustomersDeps extends PredictionDeps {
  readonly quiet: QuietCustomers;
  readonly rounds: ReviewRounds;
}

type Reviewed = { -readonly [Count in Exclude<keyof ReviewQuietCustomersResult, 'status'>]: number };

/**
 * Looks at customers of whom no event has told lately, since a risk rises with silence too: each once a day, in as
 * many calls as that takes. A call goes on where the last one of the day has ended, and does nothing once all are done.
 */
export const makeReviewQuietCustomers =
  (deps: ReviewQuietCustomersDeps) =>
  async ({ scheduledAt }: ReviewQuietCustomersRequest): Promise<ReviewQuietCustomersResult> => {
    const { rounds, clock, telemetry } = deps;
    const stopAt = clock.now() + maxWorkMs;
    const day = (scheduledAt ?? new Date(clock.now()).toISOString()).slice(0, 10);
    const reviewed: Reviewed = { customersReviewed: 0, customersPredicted: 0, customersFailed: 0 };
    const ended = (status: ReviewQuietCustomersResult['status']): ReviewQuietCustomersResult => {
      telemetry.info('quiet customers reviewed', { status, ...reviewed });
      return { status, ...reviewed };
    };
    const latest = await rounds.find();
    // A call that comes so late that the next day's review has begun leaves everybody to that.
    if (latest !== undefined && latest.day > day) return ended('complete');
    for (let index = latest?.day === day ? latest.nextShare : 0; index < sharesPerRound; index++) {
      const interruption = await reviewShare(deps, { index, reviewed, stopAt });
      if (interruption !== undefined) return ended(interruption);
      await rounds.save({ day, nextShare: index + 1 });
    }
    return ended('complete');
  };

/** @returns why the rest of the share is left to the next call; undefined: all of it has been looked at */
const reviewShare = async (
  deps: ReviewQuietCustomersDeps,
  {
    index,
    reviewed,
    stopAt,
  }: { readonly index: number; readonly reviewed: Reviewed; readonly stopAt: number },
): Promise<'out-of-time' | 'model-unavailable' | undefined> => {
  const share = { index, of: sharesPerRound };
  const isOver = () => deps.clock.now() >= stopAt;
  for await (const page of deps.quiet.pages(share, deps.clock.now() - quietMs)) {
    // A page may hold nobody, and there may be very many of those.
    if (isOver()) return 'out-of-time';
    for (let start = 0; start < page.length; start += customersAtOnce) {
      if (isOver()) return 'out-of-time';
      const some = page.slice(start, start + customersAtOnce);
      const { predicted, failed, isModelDown } = await reviewCustomers(deps, some);
      reviewed.customersReviewed += some.length;
      reviewed.customersPredicted += predicted;
      reviewed.customersFailed += failed;
      if (isModelDown) return 'model-unavailable';
    }
  }
  return undefined;
};
