import type { ScoredRows } from './confusion.ts';
import { reliabilityBins } from './reliability-bins.ts';

/**
 * Expected calibration error: mean distance between predicted and observed share over ten equal-width bins, each
 * bin weighted by its rows. Naeini, Cooper & Hauskrecht 2015.
 *
 * @param rows - labels, probabilities and weights
 * @returns 0 (what is predicted is what happens) … 1; NaN without any weight
 * @example
 * calibrationError({ labels: [0, 1], probabilities: [0.25, 0.25] }) // => 0.25
 */
export const calibrationError = (rows: ScoredRows): number => {
  let distance = 0;
  let total = 0;
  for (const bin of reliabilityBins(rows, 10)) {
    distance += bin.weight * Math.abs(bin.predicted - bin.observed);
    total += bin.weight;
  }
  return distance / total;
};
