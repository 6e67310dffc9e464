import { InsufficientDataError } from '../insufficient-data-error.ts';
import { quantileOfSorted } from '../stats/quantile.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The central 95 % of bootstrap replicates: their 2.5th and 97.5th percentiles, interpolated linearly between
 * order statistics (Hyndman & Fan 1996, type 7, as numpy does). Efron 1979.
 *
 * @param replicates - shape [n]; those that are NaN (a resample of one class) are left out; not mutated
 * @throws {InsufficientDataError} when no replicate is a number
 * @example
 * percentileInterval([0, 40, 10, 30, 20]) // => { low: 1, high: 39 }
 */
export const percentileInterval = (replicates: ArrayLike<number>): Interval => {
  const sorted = Float64Array.from(replicates)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (sorted.length === 0) {
    throw new InsufficientDataError('An interval needs at least one replicate that is a number; got none.');
  }
  return { low: quantileOfSorted(sorted, 0.025), high: quantileOfSorted(sorted, 0.975) };
};
