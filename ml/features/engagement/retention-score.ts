/** After so many days an active date counts half. */
const halfLifeDays = 7;

/**
 * How much of the recent past a person came back on: the share of dates with any activity, each date weighted by
 * 2^(−age / 7), so that last week counts twice as much as the week before.
 *
 * @param activeAges - ages in days of the dates with activity, 0 is today
 * @param days - how many dates are looked at, ≥ 0
 * @returns 0 (never) … 1 (every date); null where no date is looked at
 * @example
 * retentionScore(new Set([0, 1, 2]), 3) // => 1
 * retentionScore(new Set([7]), 8) // => 0.5 / [1, 1, 1, 1, 1, 1, 1, 1].reduce((sum, _, age) => sum + 2 ** (-age / 7), 0)
 * retentionScore(new Set(), 0) // => null
 */
export const retentionScore = (activeAges: ReadonlySet<number>, days: number): number | null => {
  let possible = 0;
  let reached = 0;
  for (let age = 0; age < days; age += 1) {
    const weight = 2 ** (-age / halfLifeDays);
    possible += weight;
    if (activeAges.has(age)) reached += weight;
  }
  return possible === 0 ? null : reached / possible;
};
