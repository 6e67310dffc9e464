import { InvalidRequestError } from '../invalid-request-error.ts';

/**
 * The date that parts earlier cut-offs from later ones, so that the later ones are about the validation share of
 * all distinct dates; at least one date stays on each side.
 *
 * @param cutoffDays - local dates in days since 1970-01-01, any order, repeats allowed
 * @param validationSplit - share of dates from the split date on, 0–1
 * @returns a date; cut-offs on it or later are for validation
 * @throws {InvalidRequestError} when there is only one date
 * @example
 * splitDate([100, 107, 114, 121, 128, 100], 0.2) // => 128
 * splitDate([100, 107, 114, 121, 128], 0.5) // => 114
 */
export const splitDate = (cutoffDays: readonly number[], validationSplit: number): number => {
  const dates = [...new Set(cutoffDays)].sort((a, b) => a - b);
  if (dates.length < 2) {
    throw new InvalidRequestError([
      {
        field: 'splitBy',
        allowed:
          '"user" unless there are cut-offs on at least two dates, which a higher cutoffsPerUser gives',
        arrived: `"time" with ${dates.length}`,
      },
    ]);
  }
  const later = Math.min(Math.max(Math.round(dates.length * validationSplit), 1), dates.length - 1);
  return dates[dates.length - later]!;
};
