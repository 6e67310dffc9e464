import { mean } from './mean.ts';

/** Sums of products of two series' distances from their means. */
export interface CentredProducts {
  readonly xMean: number;
  readonly yMean: number;
  /** Σ(x−x̄)(y−ȳ). */
  readonly products: number;
  /** Σ(x−x̄)². */
  readonly xSquares: number;
  /** Σ(y−ȳ)². */
  readonly ySquares: number;
}

/**
 * What slopes and correlations are made of. Centred on the means first, so that large numbers (dates) lose no digits.
 * O(n).
 *
 * @param x - shape [n], n ≥ 1, finite; not mutated
 * @param y - shape [n], finite; not mutated
 * @throws {InsufficientDataError} when n = 0
 * @example
 * centredProducts([1, 3], [2, 6]) // => { xMean: 2, yMean: 4, products: 4, xSquares: 2, ySquares: 8 }
 */
export const centredProducts = (x: ArrayLike<number>, y: ArrayLike<number>): CentredProducts => {
  const xMean = mean(x);
  const yMean = mean(y);
  let products = 0;
  let xSquares = 0;
  let ySquares = 0;
  for (let i = 0; i < x.length; i += 1) {
    const dx = x[i]! - xMean;
    const dy = y[i]! - yMean;
    products += dx * dy;
    xSquares += dx * dx;
    ySquares += dy * dy;
  }
  return { xMean, yMean, products, xSquares, ySquares };
};
