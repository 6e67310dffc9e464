import { InsufficientDataError } from '../insufficient-data-error.ts';
import { mean } from './mean.ts';

/**
 * Mean squared distance from the mean, over n (not n − 1).
 *
 * Two passes, O(n).
 *
 * @param values - any unit, shape [n], finite; not mutated
 * @returns the unit of the values squared, ≥ 0
 * @throws {InsufficientDataError} when n = 0
 * @example
 * populationVariance([2, 4, 4, 4, 5, 5, 7, 9]) // => 4
 */
export const populationVariance = (values: ArrayLike<number>): number => {
  if (values.length === 0) {
    throw new InsufficientDataError('The variance of no values is undefined; pass at least one.', {
      count: 0,
    });
  }
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return sum / values.length;
};
