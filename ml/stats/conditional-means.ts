import { choleskySolve } from '../models/cholesky-solve.ts';
import type { Gaussian } from './mahalanobis.ts';

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
  { means, precision }: Gaussian,
  values: ArrayLike<number>,
  given: readonly number[],
): number[] => {
  const size = means.length;
  const others = [...Array(size).keys()].filter((at) => !given.includes(at));
  const block = Float64Array.from(
    others.flatMap((row) => others.map((column) => precision[row * size + column]!)),
  );
  const pull = Float64Array.from(others, (row) =>
    given.reduce((sum, at) => sum + precision[row * size + at]! * (values[at]! - means[at]!), 0),
  );
  const shift = choleskySolve(block, pull);
  const expected = Array.from(values);
  others.forEach((at, index) => {
    expected[at] = means[at]! - shift[index]!;
  });
  return expected;
};
