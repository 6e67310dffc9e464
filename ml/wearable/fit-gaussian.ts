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

/** Inverse of a covariance, its off-diagonal shrunk and its diagonal raised a little. */
const precisionOf = (covariance: Float64Array, size: number): number[] => {
  const shrunk = covariance.slice();
  let meanVariance = 0;
  for (let row = 0; row < size; row += 1) meanVariance += covariance[row * size + row]! / size;
  const floor = Math.max(meanVariance * floorShare, 1e-12);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      shrunk[row * size + column] = shrunk[row * size + column]! * (1 - shrinkage);
    }
    shrunk[row * size + row] = shrunk[row * size + row]! + floor;
  }
  return Array.from({ length: size }, (_, column) => {
    const unit = new Float64Array(size);
    unit[column] = 1;
    return [...choleskySolve(shrunk, unit)];
  }).flat();
};

/** Means, shape [size], and precision, shape [size × size], as a model's file holds them. */
export interface FittedGaussian {
  readonly means: number[];
  readonly precision: number[];
}

/**
 * Means and inverse covariance of several groups of vectors, each group's covariance drawn towards what all have in
 * common (regularised discriminant analysis, Friedman 1989) and by 1 % towards its diagonal.
 *
 * @param groups - of vectors, each row by row, shape [n, size], finite, n ≥ 1; not mutated
 * @param size - entries of a vector, ≥ 1
 * @param commonShare - of the common covariance in each group's, 0 … 1
 * @returns one a group
 * @throws {InsufficientDataError} when a group is empty
 */
export const fitGaussians = (
  groups: readonly Float64Array[],
  size: number,
  commonShare: number,
): FittedGaussian[] => {
  const fitted = groups.map((vectors) => {
    if (vectors.length < size) {
      throw new InsufficientDataError('A distribution needs at least one vector; got none.', { size });
    }
    const means = [...fitStandardisation(vectors, size).means];
    return { means, covariance: covarianceOf(vectors, means), count: vectors.length / size };
  });
  const total = fitted.reduce((sum, { count }) => sum + count, 0);
  const common = new Float64Array(size * size).map((_, cell) =>
    fitted.reduce((sum, { covariance, count }) => sum + (covariance[cell]! * count) / total, 0),
  );
  return fitted.map(({ means, covariance }) => {
    const mixed = covariance.map((own, cell) => (1 - commonShare) * own + commonShare * common[cell]!);
    return { means, precision: precisionOf(mixed, size) };
  });
};

/**
 * Means and inverse covariance of vectors, the covariance shrunk by 1 % towards its diagonal (Ledoit & Wolf 2004 in
 * spirit, with a fixed intensity).
 *
 * @param vectors - row by row, shape [n, size], finite, n ≥ 1; not mutated
 * @param size - entries of a vector, ≥ 1
 * @throws {InsufficientDataError} when n = 0
 * @example
 * fitGaussian(Float64Array.of(0, 2), 1).means // => [1]
 */
export const fitGaussian = (vectors: Float64Array, size: number): FittedGaussian =>
  fitGaussians([vectors], size, 0)[0]!;
