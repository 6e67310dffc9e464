import { InsufficientDataError } from '../insufficient-data-error.ts';
import { mean } from './mean.ts';

/**
 * Slope of the straight line with the least sum of squared vertical distances: Σ(x−x̄)(y−ȳ) / Σ(x−x̄)².
 *
 * Legendre 1805. Centred on the means first, so that large x (date numbers) lose no digits. O(n).
 *
 * @param x - any unit, shape [n], finite; not mutated
 * @param y - any unit, shape [n], finite; not mutated
 * @returns units of y per unit of x
 * @throws {InsufficientDataError} when there are not two points with different x, or x and y differ in length
 * @example
 * leastSquaresSlope([1, 2, 3, 4], [6, 5, 7, 10]) // => 1.4
 */
export const leastSquaresSlope = (x: ArrayLike<number>, y: ArrayLike<number>): number => {
  if (x.length < 2 || x.length !== y.length) {
    throw new InsufficientDataError('A slope needs two or more points, one y for each x.', {
      xCount: x.length,
      yCount: y.length,
    });
  }
  const xMean = mean(x);
  const yMean = mean(y);
  let products = 0;
  let squares = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - xMean;
    products += dx * (y[i]! - yMean);
    squares += dx * dx;
  }
  if (squares === 0) {
    throw new InsufficientDataError('A slope needs two points with different x; all are equal.', {
      xCount: x.length,
    });
  }
  return products / squares;
};
