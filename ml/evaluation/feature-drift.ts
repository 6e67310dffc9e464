import { kolmogorovSmirnov } from '../stats/kolmogorov-smirnov.ts';
import { baselineBinEnds, countInBins, populationStability } from '../stats/population-stability.ts';

/** How far a feature has moved from what a model was trained on. */
export interface FeatureDrift {
  readonly baselineCount: number;
  readonly currentCount: number;
  /** Population stability index over ten quantiles of the baseline, ≥ 0. */
  readonly psi: number;
  /** The index less what chance alone makes of it, 9(1/n + 1/m): about 0 where nothing has moved. */
  readonly psiExcess: number;
  /** Kolmogorov–Smirnov distance, 0 … 1. */
  readonly ks: number;
  /** Chance of such a distance if nothing has moved, 0 … 1. */
  readonly ksPValue: number;
}

/**
 * Drift of a column of numbers: present values only; a change in how many are missing is a figure of its own.
 *
 * Where many values are equal there are fewer than ten bins, and the expectation is (bins − 1)(1/n + 1/m).
 *
 * @param baseline - of the training rows, shape [n], finite
 * @param current - shape [m], finite
 * @throws {InsufficientDataError} when a sample is empty
 * @example
 * featureDrift([1, 2, 3, 4], [1, 2, 3, 4]).ksPValue // => 1
 */
export const featureDrift = (baseline: ArrayLike<number>, current: ArrayLike<number>): FeatureDrift => {
  const { statistic, pValue } = kolmogorovSmirnov(baseline, current);
  const ends = baselineBinEnds(baseline);
  const { index, excess } = populationStability(countInBins(baseline, ends), countInBins(current, ends));
  return {
    baselineCount: baseline.length,
    currentCount: current.length,
    psi: index,
    psiExcess: excess,
    ks: statistic,
    ksPValue: pValue,
  };
};
