import { InsufficientDataError } from '../insufficient-data-error.ts';
import { centredProducts } from './centred-products.ts';

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
  const { products, xSquares } = centredProducts(x, y);
  if (xSquares === 0) {
    throw new InsufficientDataError('A slope needs two points with different x; all are equal.', {
      xCount: x.length,
    });
  }
  return products / xSquares;
};
