import type { Threshold } from './threshold.ts';

/** Below: normal. */
export const borderlineScore = 0.3;
/** From here on: an anomaly, and an alert. */
export const anomalousScore = 0.7;
/** The greatest number below 1. */
const highestScore = 1 - Number.EPSILON / 2;

export type Severity = 'normal' | 'borderline' | 'anomaly';

/** The last quantile that an error reaches; −1 when it reaches none. */
const lastReached = (error: number, quantiles: readonly number[]): number => {
  let low = -1;
  let high = quantiles.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (quantiles[middle]! <= error) low = middle;
    else high = middle;
  }
  return low;
};

/**
 * The share of validation windows with a smaller error, interpolated between different quantiles: where many windows
 * have the same error the share rises up to it, and not at it, so that no score jumps.
 */
const shareBelow = (error: number, quantiles: readonly number[]): number => {
  const last = quantiles.length - 1;
  const reached = lastReached(error, quantiles);
  if (reached === last) return 1;
  const below = quantiles[reached] ?? 0;
  const next = quantiles[reached + 1]!;
  const from = Math.max(0, reached);
  const to = lastReached(next, quantiles);
  return (from + (to - from) * ((error - below) / (next - below))) / last;
};

/**
 * How anomalous a window is, from its error e, the threshold T, the certain error Q and the distribution F of
 * errors in validation: 0.3·F(e)/F(T) up to T, linear to 0.7 at Q, then 1 − 0.3·Q/e.
 *
 * Never decreases with the error; below 0.3 where the window is normal, from 0.7 where it is an anomaly, never 1.
 *
 * @param error - ≥ 0; Infinity is allowed
 * @param personalFactor - by how much this user's threshold is raised, ≥ 1
 * @returns 0 … below 1
 * @throws {RangeError} when the error is not a number
 * @example
 * anomalyScore(3, { formatVersion: 1, percentile: 95, threshold: 2, q995: 4, quantiles: [0, 2], validationWindows: 9, errorModel: { kind: 'mse', steps: 1, features: 1, judgedFeatures: 1 } }) // => 0.5
 */
export const anomalyScore = (error: number, threshold: Threshold, personalFactor = 1): number => {
  const ofModel = error / personalFactor;
  if (Number.isNaN(ofModel))
    throw new RangeError('An anomaly score needs an error that is a number, got NaN.');
  const { threshold: normalEnd, q995, quantiles } = threshold;
  if (ofModel <= normalEnd) {
    const ofThreshold = shareBelow(normalEnd, quantiles);
    // Where the network rebuilds nearly all perfectly, no errors lie between none and the threshold.
    const isFlat = ofThreshold === shareBelow(0, quantiles);
    const share = isFlat ? ofModel / normalEnd : shareBelow(ofModel, quantiles) / ofThreshold;
    return borderlineScore * Math.max(0, Math.min(1, share));
  }
  if (ofModel <= q995) {
    const way = (ofModel - normalEnd) / (q995 - normalEnd);
    return borderlineScore + (anomalousScore - borderlineScore) * way;
  }
  return Math.min(highestScore, 1 - (1 - anomalousScore) * (q995 / ofModel));
};

/**
 * What a score is called.
 *
 * @param score - 0 … 1
 * @example
 * severityOf(0.29) // => 'normal'
 * severityOf(0.3) // => 'borderline'
 * severityOf(0.7) // => 'anomaly'
 */
export const severityOf = (score: number): Severity => {
  if (score >= anomalousScore) return 'anomaly';
  return score >= borderlineScore ? 'borderline' : 'normal';
};
