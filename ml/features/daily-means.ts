/** What a date of a daily series says. */
export interface DailyMean {
  /** Calendar dates since 1970-01-01, local. */
  readonly day: number;
  readonly mean: number;
}

/**
 * The mean value of each date that has one, in ascending order of dates: d in the definitions of features. A date
 * without a value has no entry, and is not zero.
 *
 * O(n log n).
 *
 * @param values - a value with its day, shape [n]
 * @example
 * dailyMeans([{ day: 7, value: 2 }, { day: 9, value: 5 }, { day: 7, value: 3 }]) // => [{ day: 7, mean: 2.5 }, { day: 9, mean: 5 }]
 */
export const dailyMeans = (
  values: readonly { readonly day: number; readonly value: number }[],
): readonly DailyMean[] => {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { day, value } of values) {
    const date = sums.get(day);
    if (date === undefined) sums.set(day, { sum: value, count: 1 });
    else {
      date.sum += value;
      date.count += 1;
    }
  }
  return [...sums]
    .map(([day, { sum, count }]) => ({ day, mean: sum / count }))
    .sort((one, other) => one.day - other.day);
};
