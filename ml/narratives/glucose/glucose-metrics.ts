import { mean } from '../../stats/mean.ts';
import { sampleStandardDeviation } from '../../stats/sample-standard-deviation.ts';

/** Standardised measures of a glucose record (Battelino et al. 2019). */
export interface GlucoseMetrics {
  /** mg/dL. */
  readonly mean: number;
  /** mg/dL, over n − 1; null for one reading. */
  readonly standardDeviation: number | null;
  /** Coefficient of variation, % of the mean; null for one reading. */
  readonly cvPercent: number | null;
  /** Glucose management indicator, % HbA1c. */
  readonly gmiPercent: number;
  /** Shares of readings, %; below 70 includes below 54, above 180 includes above 250. */
  readonly below54Percent: number;
  readonly below70Percent: number;
  readonly inRangePercent: number;
  readonly above180Percent: number;
  readonly above250Percent: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Mean, spread and shares of time of glucose readings.
 *
 * Limits as in the international consensus on time in range (Battelino et al. 2019, Diabetes Care 42:1593): 70 and
 * 180 are in range. GMI = 3.31 + 0.02392 × mean (Bergenstal et al. 2018, Diabetes Care 41:2275). Agrees with R's
 * iglu. Shares are of readings, which are shares of time where readings are evenly spaced. O(n).
 *
 * @param mgPerDl - shape [n], n ≥ 1; not mutated
 * @throws {InsufficientDataError} when n = 0
 * @example
 * glucoseMetrics([60, 100, 140]).inRangePercent // => 200 / 3
 * glucoseMetrics([60, 100, 140]).cvPercent // => 40
 * glucoseMetrics([60, 100, 140]).gmiPercent // => 5.702
 */
export const glucoseMetrics = (mgPerDl: readonly number[]): GlucoseMetrics => {
  const centre = mean(mgPerDl);
  const standardDeviation = mgPerDl.length < 2 ? null : sampleStandardDeviation(mgPerDl);
  const percent = (isCounted: (level: number) => boolean) =>
    (100 * mgPerDl.filter(isCounted).length) / mgPerDl.length;
  return {
    mean: centre,
    standardDeviation,
    cvPercent: standardDeviation === null ? null : (100 * standardDeviation) / centre,
    gmiPercent: 3.31 + 0.02392 * centre,
    below54Percent: percent((level) => level < 54),
    below70Percent: percent((level) => level < 70),
    inRangePercent: percent((level) => level >= 70 && level <= 180),
    above180Percent: percent((level) => level > 180),
    above250Percent: percent((level) => level > 250),
    min: mgPerDl.reduce((least, level) => Math.min(least, level)),
    max: mgPerDl.reduce((most, level) => Math.max(most, level)),
  };
};
