import type { ScoredRows } from './confusion.ts';

export interface ReliabilityBin {
  /** Weighted mean of the predicted probabilities in the bin. */
  readonly predicted: number;
  /** Weighted share of label 1 among them. */
  readonly observed: number;
  /** Sum of weights, > 0. */
  readonly weight: number;
}

/**
 * Predicted against observed share in bins of equal width over 0 … 1; empty bins are left out.
 *
 * @param rows - labels, probabilities and weights
 * @param bins - number of bins, an integer ≥ 1
 * @example
 * reliabilityBins({ labels: [0, 1, 1], probabilities: [0.25, 0.25, 1] }, 2) // => [{ predicted: 0.25, observed: 0.5, weight: 2 }, { predicted: 1, observed: 1, weight: 1 }]
 */
export const reliabilityBins = (
  { labels, probabilities, weights }: ScoredRows,
  bins: number,
): readonly ReliabilityBin[] => {
  const sums = Array.from({ length: bins }, () => ({ predicted: 0, observed: 0, weight: 0 }));
  for (let row = 0; row < labels.length; row += 1) {
    const probability = probabilities[row] as number;
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))] as (typeof sums)[number];
    const weight = weights === undefined ? 1 : (weights[row] as number);
    bin.predicted += weight * probability;
    bin.observed += weight * (labels[row] as number);
    bin.weight += weight;
  }
  return sums
    .filter(({ weight }) => weight > 0)
    .map(({ predicted, observed, weight }) => ({
      predicted: predicted / weight,
      observed: observed / weight,
      weight,
    }));
};
