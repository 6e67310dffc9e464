import { InsufficientDataError } from '../insufficient-data-error.ts';
import { mean } from './mean.ts';

/**
 * Square root of the squared distances from the mean over n − 1, as R's `sd` and clinical tools give it.
 *
 * Two passes, O(n).
 *
 * @param values - any unit, shape [n], finite; not mutated
 * @returns the unit of the values, ≥ 0
 * @throws {InsufficientDataError} when n < 2
 * @example
 * sampleStandardDeviation([1, 3]) ** 2 // => 2
 */
export const sampleStandardDeviation = (values: ArrayLike<number>): number => {
  if (values.length < 2) {
    throw new InsufficientDataError('The spread of fewer than two values is undefined; pass at least two.', {
      count: values.length,
    });
  }
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
};
