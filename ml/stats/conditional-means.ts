import type { Gaussian } from './mahalanobis.ts';
import { solveOthers } from './solve-others.ts';

/**
 * What the entries of a vector are on average where some of them are given (Bishop 2006, 2.3.1). O(n³).
 *
 * @param gaussian - of all entries, n
 * @param values - the vector, of which only the entries that are given are read; not mutated
 * @param given - their indices
 * @returns shape [n]: the given entries as they are, the others as expected
 * @example
 * conditionalMeans({ means: [1, 2], precision: [2, 1, 1, 1] }, [3, 0], [0]) // => [3, 0]
 */
export const conditionalMeans = (
  gaussian: Gaussian,
  values: ArrayLike<number>,
  given: readonly number[],
): number[] => {
  const { means } = gaussian;
  const { others, falls } = solveOthers(gaussian, given);
  const expected = Array.from(values);
  others.forEach((other, at) => {
    const fall = given.reduce(
      (sum, one, index) => sum + falls[index]![at]! * (values[one]! - means[one]!),
      0,
    );
    expected[other] = means[other]! - fall;
  });
  return expected;
};
