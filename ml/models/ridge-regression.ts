import { choleskySolve } from './cholesky-solve.ts';
import type { LogisticRegression, WeightedRows } from './logistic-regression.ts';

/**
 * Linear regression with an L2 penalty on the coefficients, not on the intercept: minimises the weighted sum of
 * squared errors + l2 · ‖coefficients‖². O(n · width² + width³). Hoerl & Kennard 1970.
 *
 * The same as scikit-learn's `Ridge(alpha = l2)`.
 *
 * @param rows - values and weights; labels of any size
 * @param width - number of columns, ≥ 1
 * @param l2 - strength of the penalty, > 0
 * @returns what `linearLogits` turns into predictions
 * @example
 * ridgeRegression({ values: new Float64Array([-1, 1]), labels: [1, 3], weights: [1, 1] }, 1, 2) // => { coefficients: new Float64Array([0.5]), intercept: 2 }
 */
export const ridgeRegression = (rows: WeightedRows, width: number, l2: number): LogisticRegression => {
  const size = width + 1;
  const products = new Float64Array(size * size);
  const right = new Float64Array(size);
  const cells = new Float64Array(size).fill(1);
  for (let row = 0; row < rows.labels.length; row += 1) {
    cells.set(rows.values.subarray(row * width, (row + 1) * width));
    const weight = rows.weights[row] as number;
    for (let i = 0; i < size; i += 1) {
      const cell = weight * (cells[i] as number);
      right[i] = (right[i] as number) + cell * (rows.labels[row] as number);
      for (let j = 0; j <= i; j += 1) {
        products[i * size + j] = (products[i * size + j] as number) + cell * (cells[j] as number);
      }
    }
  }
  for (let i = 0; i < width; i += 1) products[i * size + i] = (products[i * size + i] as number) + l2;
  const solution = choleskySolve(products, right);
  return { coefficients: solution.subarray(0, width), intercept: solution[width] as number };
};
