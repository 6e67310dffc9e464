import { InsufficientDataError } from '../insufficient-data-error.ts';
import { choleskySolve } from '../models/cholesky-solve.ts';
import { fitStandardisation } from '../preprocessing/standardisation.ts';

/** How far the covariance is drawn towards its diagonal, so that few or collinear vectors leave it invertible. */
const shrinkage = 0.01;
/** Added to every variance as a share of the mean variance, for entries that never changed. */
const floorShare = 1e-6;

/** Covariance over n, about the means, shape [size × size]. */
const covarianceOf = (vectors: Float64Array, means: readonly number[]): Float64Array => {
  const size = means.length;
  const count = vectors.length / size;
  const covariance = new Float64Array(size * size);
  for (let first = 0; first < vectors.length; first += size) {
    for (let row = 0; row < size; row += 1) {
      const distance = (vectors[first + row]! - means[row]!) / count;
      for (let column = 0; column <= row; column += 1) {
        const cell = row * size + column;
        covariance[cell] = covariance[cell]! + distance * (vectors[first + column]! - means[column]!);
      }
    }
  }
  return covariance;
};

/**
 * Means and inverse covariance of vectors, the covariance shrunk by 1 % towards its diagonal (Ledoit & Wolf 2004 in
 * spirit, with a fixed intensity).
 *
 * @param vectors - row by row, shape [n, size], finite, n ≥ 1; not mutated
 * @param size - entries of a vector, ≥ 1
 * @returns means, shape [size], and precision, shape [size × size], as a model's file holds them
 * @throws {InsufficientDataError} when n = 0
 * @example
 * fitGaussian(Float64Array.of(0, 2), 1).means // => [1]
 */
export const fitGaussian = (
  vectors: Float64Array,
  size: number,
): { means: number[]; precision: number[] } => {
  if (vectors.length < size) {
    throw new InsufficientDataError('A distribution needs at least one vector; got none.', { size });
  }
  const means = [...fitStandardisation(vectors, size).means];
  const covariance = covarianceOf(vectors, means);
  let meanVariance = 0;
  for (let row = 0; row < size; row += 1) meanVariance += covariance[row * size + row]! / size;
  const floor = Math.max(meanVariance * floorShare, 1e-12);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      covariance[row * size + column] = covariance[row * size + column]! * (1 - shrinkage);
    }
    covariance[row * size + row] = covariance[row * size + row]! + floor;
  }
  const precision = Array.from({ length: size }, (_, column) => {
    const unit = new Float64Array(size);
    unit[column] = 1;
    return [...choleskySolve(covariance, unit)];
  }).flat();
  return { means, precision };
};
