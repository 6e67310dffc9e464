import { choleskySolve } from '../models/cholesky-solve.ts';
import type { Gaussian } from './mahalanobis.ts';

/** How all other entries of a vector go with some of them. */
export interface SolvedOthers {
  /** Indices of the others, ascending. */
  readonly others: readonly number[];
  /** The others' block of the precision, inverted, times each given entry's column: by how much they fall as it rises. */
  readonly falls: readonly Float64Array[];
}

/**
 * What both the marginal of some entries and the means of the others come from (Bishop 2006, 2.3). O(n³).
 *
 * @param gaussian - of all entries, n
 * @param given - indices of some of them, k
 * @returns falls of shape [k][n − k]
 * @example
 * solveOthers({ means: [1, 2], precision: [2, 1, 1, 1] }, [0]) // => { others: [1], falls: [Float64Array.of(1)] }
 */
export const solveOthers = ({ means, precision }: Gaussian, given: readonly number[]): SolvedOthers => {
  const size = means.length;
  const others = [...Array(size).keys()].filter((at) => !given.includes(at));
  const block = Float64Array.from(
    others.flatMap((row) => others.map((column) => precision[row * size + column]!)),
  );
  const falls = given.map((column) =>
    choleskySolve(
      block,
      Float64Array.from(others, (row) => precision[row * size + column]!),
    ),
  );
  return { others, falls };
};
