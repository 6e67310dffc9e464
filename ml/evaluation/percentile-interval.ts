import { InsufficientDataError } from '../insufficient-data-error.ts';

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
  const at = (share: number): number => {
    const position = share * (sorted.length - 1);
    const below = sorted[Math.floor(position)] as number;
    const above = sorted[Math.ceil(position)] as number;
    return below + (position - Math.floor(position)) * (above - below);
  };
  return { low: at(0.025), high: at(0.975) };
};
