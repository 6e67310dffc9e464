import { brierScore } from './brier-score.ts';
import type { ScoredRows } from './confusion.ts';

/**
 * How much of the Brier score of always saying the base rate is saved. Murphy 1973.
 *
 * @param rows - labels, probabilities and weights
 * @returns 1 (certain and right), 0 (no better than the base rate) and below; NaN where all labels are the same
 * @example
 * brierSkill({ labels: [0, 1], probabilities: [0.25, 0.75] }) // => 0.75
 */
export const brierSkill = (rows: ScoredRows): number => {
  let positives = 0;
  let total = 0;
  for (let row = 0; row < rows.labels.length; row += 1) {
    const weight = rows.weights?.[row] ?? 1;
    positives += weight * (rows.labels[row] as number);
    total += weight;
  }
  const rate = positives / total;
  return 1 - brierScore(rows) / (rate * (1 - rate));
};
