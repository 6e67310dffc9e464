import type { ScoredRows } from './confusion.ts';

/**
 * Mean squared distance between predicted probability and what happened. Brier 1950.
 *
 * @param rows - labels, probabilities and weights
 * @returns 0 (certain and right) … 1 (certain and wrong); NaN without any weight
 * @example
 * brierScore({ labels: [1, 0], probabilities: [0.5, 0.5] }) // => 0.25
 */
export const brierScore = ({ labels, probabilities, weights }: ScoredRows): number => {
  let squared = 0;
  let total = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const weight = weights === undefined ? 1 : (weights[row] as number);
    const miss = (probabilities[row] as number) - (labels[row] as number);
    squared += weight * miss * miss;
    total += weight;
  }
  return squared / total;
};
