import {
  acquisitionChannels,
  customerSubjects,
  gradeLevels,
  subscriptionTiers,
} from '../../features/customer/customer-categories.ts';
import type { CustomerEvent, CustomerProfile } from '../../features/customer/customer-event.ts';
import { InvalidRequestError } from '../../invalid-request-error.ts';
import { type Random, seededRandom } from '../../random/seeded-random.ts';
import { type CustomerPath, drawPath } from './customer-path.ts';
import { type CustomerLabels, daysAhead, labelCustomer } from './label-customer.ts';
import { liveEvents, msPerDay } from './live-events.ts';
import { type PlannedCustomer, planCustomers } from './plan-customers.ts';
import { type SegmentName, segmentNames } from './segments.ts';

export interface CustomersOptions {
  /** How many, ≥ 1. */
  readonly count: number;
  readonly seed: number;
  /** In any unit; ≥ 0, not all 0. */
  readonly shares: Readonly<Record<SegmentName, number>>;
  /** A midnight, milliseconds since 1970 UTC: features end there, labels begin. */
  readonly cutoff: number;
}

export interface SyntheticCustomer extends PlannedCustomer {
  readonly profile: CustomerProfile;
  /** In order of time, to 30 days after the cut-off. */
  readonly events: readonly CustomerEvent[];
  readonly labels: CustomerLabels;
}

/** Shares as the seed has them, per cent. */
export const usualShares: Readonly<Record<SegmentName, number>> = {
  thriving: 30,
  healthy: 40,
  at_risk: 20,
  churned: 10,
};

const weeklyPrices = { budget: 19, standard: 39, premium: 79 } as const;

/**
 * Customers who never were, with the events of their lives and what came of them.
 *
 * One at a time, so that memory does not grow with their number but for a few bytes each. The same options give the
 * same customers.
 *
 * @throws {InvalidRequestError} when the count or the shares cannot be used
 */
export function* generateCustomers(options: CustomersOptions): Generator<SyntheticCustomer, void, undefined> {
  const { count, seed, cutoff } = options;
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new InvalidRequestError([
      { field: 'count', allowed: 'a whole number of at least 1', arrived: String(count) },
    ]);
  }
  const shares = segmentNames.map((name) => options.shares[name]);
  if (!shares.every((share) => share >= 0 && share < Infinity) || !shares.some((share) => share > 0)) {
    throw new InvalidRequestError([
      { field: 'shares', allowed: 'numbers of at least 0, one of them above', arrived: shares.join(', ') },
    ]);
  }
  const root = seededRandom(`customers ${seed}`);
  const planned = planCustomers(count, shares, root.fork('plan'));
  for (let index = 0; index < count; index += 1) {
    const plan = planned(index);
    const random = root.fork(`customer ${index}`);
    const path = drawPath(plan.segment, random);
    const customerId = `customer_${String(index + 1).padStart(6, '0')}`;
    const profile = drawProfile({ customerId, path, cutoff }, random);
    const weeklyPrice = weeklyPrices[profile.tier];
    const life = liveEvents(path, { cutoff, daysAhead, weeklyPrice }, random);
    const labels = labelCustomer(path, { life, cutoff }, random);
    yield { ...plan, profile, events: life.events, labels };
  }
}

const drawProfile = (
  {
    customerId,
    path,
    cutoff,
  }: { readonly customerId: string; readonly path: CustomerPath; readonly cutoff: number },
  random: Random,
): CustomerProfile => {
  const oneOf = <Item>(items: readonly Item[]): Item => items[random.int(items.length)]!;
  return {
    customerId,
    signedUpAt: cutoff - path.tenureDays * msPerDay,
    tier: oneOf(subscriptionTiers),
    channel: oneOf(acquisitionChannels),
    grade: oneOf(gradeLevels),
    subject: random.int(customerSubjects.length),
  };
};
