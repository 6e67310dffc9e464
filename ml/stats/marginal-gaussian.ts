import type { Gaussian } from './mahalanobis.ts';
import { solveOthers } from './solve-others.ts';

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
  const cell = (row: number, column: number) => precision[row * size + column]!;
  const { others, falls } = solveOthers({ means, precision }, kept);
  return {
    means: kept.map((at) => means[at]!),
    precision: kept.flatMap((row) =>
      kept.map((column, index) => {
        const shared = others.reduce((sum, other, at) => sum + cell(other, row) * falls[index]![at]!, 0);
        return cell(row, column) - shared;
      }),
    ),
  };
};
