import { upperGammaShare } from '../../stats/upper-gamma-share.ts';

export interface ChiSquared {
  readonly score: number;
  readonly pValue: number;
}

/**
 * Whether amounts of a column are spread over classes as the classes' sizes would have it: chi² of the sums per class
 * against the column's sum times each class's share of rows, as scikit-learn's `chi2`. Of a column that sums to 0 the
 * score is 0 and the p-value 1, where scikit-learn has none.
 *
 * @param values - counts or frequencies, ≥ 0, shape [rows]
 * @param classes - place of each row's class, from 0 without gaps, shape [rows]
 * @example
 * chiSquared([4, 0, 2, 2], [0, 0, 1, 1]) // => { score: 0, pValue: 1 }
 * chiSquared([4, 4, 1, 1], [0, 0, 1, 1]).score // => 3.6
 */
export const chiSquared = (values: ArrayLike<number>, classes: ArrayLike<number>): ChiSquared => {
  const sums: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < values.length; row += 1) {
    const place = classes[row]!;
    sums[place] = (sums[place] ?? 0) + values[row]!;
    rows[place] = (rows[place] ?? 0) + 1;
  }
  const total = sums.reduce((sum, of) => sum + of, 0);
  if (total === 0 || sums.length < 2) return { score: 0, pValue: 1 };
  const score = sums.reduce((sum, observed, place) => {
    const expected = (total * rows[place]!) / values.length;
    return sum + (observed - expected) ** 2 / expected;
  }, 0);
  return { score, pValue: upperGammaShare((sums.length - 1) / 2, score / 2) };
};
