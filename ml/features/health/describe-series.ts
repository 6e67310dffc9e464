import { leastSquaresLine } from '../../stats/least-squares-line.ts';
import { mean } from '../../stats/mean.ts';
import { sampleStandardDeviation } from '../../stats/sample-standard-deviation.ts';
import type { BlockMeans } from './block-means.ts';

/** What is said of a series, in the order of the columns. */
export const seriesFigureNames = [
  'mean',
  'std',
  'min',
  'max',
  'range',
  'cv',
  'trend_slope',
  'trend_r2',
  'trend_p',
] as const;

export type SeriesFigures = Readonly<Record<(typeof seriesFigureNames)[number], number | null>>;

/** Two points lie on a line whatever they are: only three say how well a line fits. */
const fewestForFit = 3;

/**
 * Mean, spread and trend of a series: standard deviation over n − 1, coefficient of variation (deviation over mean),
 * least-squares slope per block with R² and the p-value of its t-test.
 *
 * Null where too little is known: everything without a value; deviation, variation and slope under two; R² and p-value
 * under three; the coefficient of variation also where the mean is 0.
 *
 * @example
 * describeSeries({ numbers: [0, 1], means: [2, 4] }).trend_slope // => 2
 * describeSeries({ numbers: [5], means: [2] }) // => { mean: 2, std: null, min: 2, max: 2, range: 0, cv: null, trend_slope: null, trend_r2: null, trend_p: null }
 */
export const describeSeries = ({ numbers, means }: Pick<BlockMeans, 'numbers' | 'means'>): SeriesFigures => {
  const known = means.length > 0;
  const centre = known ? mean(means) : null;
  const std = means.length < 2 ? null : sampleStandardDeviation(means);
  const line = means.length < 2 ? null : leastSquaresLine(numbers, means);
  const fits = means.length >= fewestForFit;
  const min = known ? Math.min(...means) : null;
  const max = known ? Math.max(...means) : null;
  return {
    mean: centre,
    std,
    min,
    max,
    range: min === null || max === null ? null : max - min,
    cv: std === null || centre === null || centre === 0 ? null : std / centre,
    trend_slope: line?.slope ?? null,
    trend_r2: fits ? (line?.rSquared ?? null) : null,
    trend_p: fits ? (line?.pValue ?? null) : null,
  };
};
