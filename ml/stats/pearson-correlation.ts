import { centredProducts } from './centred-products.ts';

/**
 * How nearly two series lie on a straight line: Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²). Pearson 1895. O(n).
 *
 * @param x - shape [n], n ≥ 1, finite; not mutated
 * @param y - shape [n], finite; not mutated
 * @returns −1 … 1; 0 where one of them does not vary, as scikit-learn's `r_regression`
 * @throws {InsufficientDataError} when n = 0
 * @example
 * pearsonCorrelation([1, 2, 3, 4], [6, 5, 7, 10]) // => Math.sqrt(0.7)
 * pearsonCorrelation([1, 1], [2, 3]) // => 0
 */
export const pearsonCorrelation = (x: ArrayLike<number>, y: ArrayLike<number>): number => {
  const { products, xSquares, ySquares } = centredProducts(x, y);
  const size = Math.sqrt(xSquares) * Math.sqrt(ySquares);
  return size === 0 ? 0 : Math.min(1, Math.max(-1, products / size));
};
