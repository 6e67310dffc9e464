import { choleskySolve } from '../models/cholesky-solve.ts';
import type { Gaussian } from './mahalanobis.ts';

/**
 * How some entries of a vector are distributed by themselves: their means, and as precision the Schur complement of
 * the others' block (Bishop 2006, 2.3.2). The distance of all entries less the distance of these is that of the others
 * given these. O(n³).
 *
 * @param gaussian - of all entries, n
 * @param kept - indices of the entries wanted, k of them
 * @returns means, shape [k], and precision, shape [k × k]
 * @example
 * marginalGaussian({ means: [1, 2], precision: [2, 1, 1, 1] }, [0]) // => { means: [1], precision: [1] }
 */
export const marginalGaussian = (
  { means, precision }: Gaussian,
  kept: readonly number[],
): { readonly means: number[]; readonly precision: number[] } => {
  const size = means.length;
  const others = [...Array(size).keys()].filter((at) => !kept.includes(at));
  const cell = (row: number, column: number) => precision[row * size + column]!;
  const block = Float64Array.from(others.flatMap((row) => others.map((column) => cell(row, column))));
  const towards = (column: number) => Float64Array.from(others, (row) => cell(row, column));
  const explained = kept.map((column) => choleskySolve(block, towards(column)));
  return {
    means: kept.map((at) => means[at]!),
    precision: kept.flatMap((row) =>
      kept.map((column, index) => {
        const shared = towards(row).reduce((sum, value, at) => sum + value * explained[index]![at]!, 0);
        return cell(row, column) - shared;
      }),
    ),
  };
};
