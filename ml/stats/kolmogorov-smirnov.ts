import { InsufficientDataError } from '../insufficient-data-error.ts';

/** How far apart two samples are. */
export interface KolmogorovSmirnov {
  /** Greatest distance between the two empirical distribution functions, 0 … 1. */
  readonly statistic: number;
  /** Chance of a distance at least as great if both were from one distribution, 0 … 1. */
  readonly pValue: number;
}

/** Steps of the exact count up to which it takes some tens of milliseconds. */
const mostExactSteps = 10_000_000;
/** Takes rounding out of the comparison of shares, as R does: it is less than any 1 / (n m) that is counted exactly. */
const rounding = 1e-8;

const greatestDistance = (one: Float64Array, other: Float64Array): number => {
  let i = 0;
  let j = 0;
  let greatest = 0;
  while (i < one.length && j < other.length) {
    const value = Math.min(one[i]!, other[j]!);
    while (i < one.length && one[i]! <= value) i += 1;
    while (j < other.length && other[j]! <= value) j += 1;
    greatest = Math.max(greatest, Math.abs(i / one.length - j / other.length));
  }
  return greatest;
};

/**
 * Share of the orders of n and m values in which the distance reaches `statistic`: one less the share of lattice paths
 * that stay nearer to the diagonal. Kim & Jennrich 1970, as R's `psmirnov`.
 */
const exactPValue = (n: number, m: number, statistic: number): number => {
  const limit = statistic - rounding;
  const paths = new Float64Array(m + 1);
  for (let j = 0; j <= m; j += 1) paths[j] = j / m > limit ? 0 : 1;
  for (let i = 1; i <= n; i += 1) {
    const weight = i / (i + m);
    paths[0] = i / n > limit ? 0 : weight * paths[0]!;
    for (let j = 1; j <= m; j += 1) {
      paths[j] = Math.abs(i / n - j / m) > limit ? 0 : weight * paths[j]! + paths[j - 1]!;
    }
  }
  return Math.min(1, Math.max(0, 1 - paths[m]!));
};

/** Kolmogorov's limit with Stephens' correction (1970). */
const limitPValue = (n: number, m: number, statistic: number): number => {
  const root = Math.sqrt((n * m) / (n + m));
  const lambda = (root + 0.12 + 0.11 / root) * statistic;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) {
    const term = (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
    sum += term;
    if (Math.abs(term) < 1e-17) break;
  }
  return lambda < 0.2 ? 1 : Math.min(1, Math.max(0, sum));
};

/**
 * Two-sample Kolmogorov–Smirnov test, two-sided, as `scipy.stats.ks_2samp`.
 *
 * The p-value is exact where n · m ≤ 10,000,000 (scipy: where both are at most 10,000), beyond that by the limiting
 * distribution with Stephens' correction, within some .001. Equal values make it too large, never too small.
 * O(n log n + m log m + n m).
 *
 * @param one - shape [n], finite; not mutated
 * @param other - shape [m], finite; not mutated
 * @throws {InsufficientDataError} when a sample is empty
 * @example
 * kolmogorovSmirnov([1, 2, 3], [4, 5, 6]) // => { statistic: 1, pValue: 0.1 }
 * kolmogorovSmirnov([1, 2], [1, 2]) // => { statistic: 0, pValue: 1 }
 */
export const kolmogorovSmirnov = (one: ArrayLike<number>, other: ArrayLike<number>): KolmogorovSmirnov => {
  if (one.length === 0 || other.length === 0) {
    throw new InsufficientDataError('Two samples can be compared only where each has a value.', {
      oneCount: one.length,
      otherCount: other.length,
    });
  }
  const statistic = greatestDistance(Float64Array.from(one).sort(), Float64Array.from(other).sort());
  const isExact = one.length * other.length <= mostExactSteps;
  const pValue = (isExact ? exactPValue : limitPValue)(one.length, other.length, statistic);
  return { statistic, pValue };
};
