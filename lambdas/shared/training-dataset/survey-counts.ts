import * as z from 'zod';

const count = z.int().nonnegative();

/** What a look at some people found, in numbers that add up. */
export const SurveyCounts = z.strictObject({
  eligibleUsers: count,
  /** Cut-offs at which they are eligible, whatever the label. */
  eligibleRows: count,
  usersNotEligible: count,
  usersOptedOut: count,
  usersWithUnparsableProfile: count,
  /** Erased between the listing and the reading. */
  usersGone: count,
  usersFailed: count,
  unparsableItems: count,
});
export type SurveyCounts = z.infer<typeof SurveyCounts>;

/** Of nobody. */
export const noSurveyCounts: SurveyCounts = {
  eligibleUsers: 0,
  eligibleRows: 0,
  usersNotEligible: 0,
  usersOptedOut: 0,
  usersWithUnparsableProfile: 0,
  usersGone: 0,
  usersFailed: 0,
  unparsableItems: 0,
};

/** Rows by label. */
export const LabelCounts = z.strictObject({ negative: count, positive: count, censored: count });
export type LabelCounts = z.infer<typeof LabelCounts>;

/** Of no rows. */
export const noLabelCounts: LabelCounts = { negative: 0, positive: 0, censored: 0 };

/** How every eligible row would be labelled under either policy. */
export const PolicyCounts = z.strictObject({ any: LabelCounts, asserted: LabelCounts });
export type PolicyCounts = z.infer<typeof PolicyCounts>;

/**
 * Counts of parts as counts of the whole.
 *
 * @param first - has the names that all of them have
 */
export const addCounts = <Counts extends Readonly<Record<string, number>>>(
  first: Counts,
  ...others: readonly Counts[]
): Counts => {
  const sums: Record<string, number> = { ...first };
  for (const other of others) {
    for (const [name, value] of Object.entries(other)) sums[name] = (sums[name] ?? 0) + value;
  }
  // Only names that `first` has are in it, as all parts have the same.
  return sums as Counts;
};
