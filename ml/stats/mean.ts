import { InsufficientDataError } from '../insufficient-data-error.ts';

/**
 * Arithmetic mean: the sum over the count.
 *
 * O(n).
 *
 * @param values - any unit, shape [n], finite; not mutated
 * @returns the unit of the values
 * @throws {InsufficientDataError} when n = 0
 * @example
 * mean([2, 4, 9]) // => 5
 */
export const mean = (values: ArrayLike<number>): number => {
  if (values.length === 0) {
    throw new InsufficientDataError('The mean of no values is undefined; pass at least one.', { count: 0 });
  }
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
};
