import { InsufficientDataError } from '../insufficient-data-error.ts';

/**
 * The value below which a share of sorted values lies, interpolated linearly between order statistics.
 *
 * Hyndman & Fan 1996, type 7, as numpy and R do by default. O(1).
 *
 * @param sorted - ascending, any unit, shape [n], finite; not mutated
 * @param share - 0 … 1
 * @returns the unit of the values
 * @throws {InsufficientDataError} when n = 0
 * @example
 * quantileOfSorted([0, 10, 20, 30], 0.5) // => 15
 * quantileOfSorted([7], 0.95) // => 7
 */
export const quantileOfSorted = (sorted: ArrayLike<number>, share: number): number => {
  if (sorted.length === 0) {
    throw new InsufficientDataError('A quantile of no values is undefined; pass at least one.', { count: 0 });
  }
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (position - Math.floor(position)) * (above - below);
};
