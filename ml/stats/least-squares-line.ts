import { InsufficientDataError } from '../insufficient-data-error.ts';
import { betaShare } from './beta-share.ts';
import { centredProducts } from './centred-products.ts';

/** A straight line through points, and how sure its slope is. */
export interface LeastSquaresLine {
  /** Units of y per unit of x. */
  readonly slope: number;
  /** y where x is 0. */
  readonly intercept: number;
  /** Share of the variance of y that the line explains, 0 … 1; 0 where y does not vary. */
  readonly rSquared: number;
  /** Chance of a slope at least this steep were there none, by the t-test of n − 2 degrees of freedom; 0 … 1. */
  readonly pValue: number;
}

/**
 * The line with the least sum of squared vertical distances, as `scipy.stats.linregress`.
 *
 * It differs where that has nothing to say: of two points the p-value is 1 (scipy: 0 or 1), and where y does not vary
 * slope and R² are 0 and the p-value is 1.
 *
 * @param x - any unit, shape [n], finite; not mutated
 * @param y - any unit, shape [n], finite; not mutated
 * @throws {InsufficientDataError} when there are not two points with different x, or x and y differ in length
 * @example
 * leastSquaresLine([1, 2, 3, 4], [6, 5, 7, 10]).slope // => 1.4
 * leastSquaresLine([1, 2, 3, 4], [6, 5, 7, 10]).rSquared // => 0.7
 */
export const leastSquaresLine = (x: ArrayLike<number>, y: ArrayLike<number>): LeastSquaresLine => {
  if (x.length < 2 || x.length !== y.length) {
    throw new InsufficientDataError('A line needs two or more points, one y for each x.', {
      xCount: x.length,
      yCount: y.length,
    });
  }
  const { xMean, yMean, products, xSquares, ySquares } = centredProducts(x, y);
  if (xSquares === 0) {
    throw new InsufficientDataError('A line needs two points with different x; all are equal.', {
      xCount: x.length,
    });
  }
  if (ySquares === 0) return { slope: 0, intercept: yMean, rSquared: 0, pValue: 1 };
  const slope = products / xSquares;
  // Rounding can take a perfect line past 1.
  const rSquared = Math.min(1, (products / xSquares) * (products / ySquares));
  const freedom = x.length - 2;
  return {
    slope,
    intercept: yMean - slope * xMean,
    rSquared,
    // ν / (ν + t²) with t² = ν r² / (1 − r²) is 1 − r².
    pValue: freedom === 0 ? 1 : betaShare(1 - rSquared, freedom / 2, 0.5),
  };
};
