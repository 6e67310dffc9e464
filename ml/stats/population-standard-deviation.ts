import { populationVariance } from './population-variance.ts';

/**
 * Square root of the population variance (over n, not n − 1).
 *
 * O(n).
 *
 * @param values - any unit, shape [n], finite; not mutated
 * @returns the unit of the values, ≥ 0
 * @throws {InsufficientDataError} when n = 0
 * @example
 * populationStandardDeviation([2, 4, 4, 4, 5, 5, 7, 9]) // => 2
 */
export const populationStandardDeviation = (values: ArrayLike<number>): number =>
  Math.sqrt(populationVariance(values));
