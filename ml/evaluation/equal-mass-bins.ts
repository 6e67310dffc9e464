import type { ScoredRows } from './confusion.ts';
import type { ReliabilityBin } from './reliability-bins.ts';

/**
 * Predicted against observed share in bins of as equal numbers of rows as can be, in order of the prediction.
 *
 * Unlike bins of equal width none is nearly empty where predictions crowd together, as risks do near 0 and 1.
 * Nguyen & O'Connor 2015.
 *
 * @param rows - labels and probabilities, shape [n]; without weights, each row is one
 * @param bins - number of bins, an integer ≥ 1; at most n are used
 * @example
 * equalMassBins({ labels: [0, 1, 1, 1], probabilities: [0.25, 0.25, 0.5, 1] }, 2) // => [{ predicted: 0.25, observed: 0.5, weight: 2 }, { predicted: 0.75, observed: 1, weight: 2 }]
 */
export const equalMassBins = (
  { labels, probabilities }: Omit<ScoredRows, 'weights'>,
  bins: number,
): readonly ReliabilityBin[] => {
  const order = Uint32Array.from({ length: labels.length }, (_, row) => row);
  order.sort((a, b) => (probabilities[a] as number) - (probabilities[b] as number) || a - b);
  const found: ReliabilityBin[] = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const rows = order.subarray(
      Math.round((bin * order.length) / bins),
      Math.round(((bin + 1) * order.length) / bins),
    );
    if (rows.length === 0) continue;
    const mean = (of: ArrayLike<number>) =>
      rows.reduce((sum, row) => sum + (of[row] as number), 0) / rows.length;
    found.push({ predicted: mean(probabilities), observed: mean(labels), weight: rows.length });
  }
  return found;
};

/**
 * Expected calibration error over bins of equal mass: mean distance between predicted and observed share. Naeini,
 * Cooper & Hauskrecht 2015. Above 0 even for true probabilities, as each bin's share is a matter of chance.
 *
 * @param rows - labels and probabilities, shape [n]
 * @param bins - number of bins, an integer ≥ 1
 * @returns 0 … 1; NaN without rows
 * @example
 * equalMassCalibrationError({ labels: [0, 1, 1, 1], probabilities: [0.25, 0.25, 0.5, 1] }, 2) // => 0.25
 */
export const equalMassCalibrationError = (rows: Omit<ScoredRows, 'weights'>, bins: number): number => {
  const found = equalMassBins(rows, bins);
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  return found.reduce(
    (sum, { predicted, observed, weight }) => sum + (weight / total) * Math.abs(predicted - observed),
    total === 0 ? Number.NaN : 0,
  );
};
