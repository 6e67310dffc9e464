import type { FigureDifference } from './compare-outcomes.ts';
import type { Estimate } from './model-metrics.ts';

/**
 * The difference of two figures that were estimated on different rows, of which nothing but the intervals is known:
 * their half widths add up as standard errors do, in squares (normal approximation; for figures of the same rows the
 * true interval is narrower).
 *
 * @param estimate - of the model, with its 95 % interval
 * @param baseline - of the model it is compared with
 * @example
 * differenceOfEstimates({ value: 9, low: 6, high: 12 }, { value: 5, low: 1, high: 9 }) // => { difference: 4, low: -1, high: 9 }
 */
export const differenceOfEstimates = (estimate: Estimate, baseline: Estimate): FigureDifference => {
  const difference = estimate.value - baseline.value;
  // Each side's own half, so that an interval that leans stays leaning.
  const below = Math.hypot(estimate.value - estimate.low, baseline.high - baseline.value);
  const above = Math.hypot(estimate.high - estimate.value, baseline.value - baseline.low);
  return { difference, low: difference - below, high: difference + above };
};
