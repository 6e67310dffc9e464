import { approvalLimits } from '../evaluation/approval-gate.ts';
import type { ScoredRows } from '../evaluation/confusion.ts';
import { rankScores, walkThresholds } from '../evaluation/ranking.ts';

/**
 * The operating threshold furthest inside what the approval gate asks for: it maximises the smaller of
 * recall − 0.70 and specificity − 0.50.
 *
 * Recall is asked for more than specificity, since missing someone costs more than checking once too often; equal
 * slack on both sides is what survives best on persons not seen yet. Lies halfway between two scores, so that a
 * rounding error moves nobody across.
 *
 * @param rows - calibrated probabilities of persons that the model was not fitted on, both labels present
 * @returns 0 … 1
 * @example
 * chooseThreshold({ labels: [0, 0, 1, 1], probabilities: [0.125, 0.25, 0.75, 1] }) // => 0.5
 */
export const chooseThreshold = ({ labels, probabilities, weights }: ScoredRows): number => {
  const ranking = rankScores(labels, probabilities);
  const points: { recalled: number; falseAlarms: number; score: number }[] = [];
  walkThresholds(ranking, weights, (recalled, falseAlarms, row) => {
    points.push({ recalled, falseAlarms, score: probabilities[row] as number });
  });
  const { recalled: positives, falseAlarms: negatives } = points.at(-1) ?? { recalled: 0, falseAlarms: 0 };
  let best = { slack: Number.NEGATIVE_INFINITY, threshold: 0.5 };
  points.forEach(({ recalled, falseAlarms, score }, index) => {
    const slack = Math.min(
      recalled / positives - approvalLimits.recallAbove,
      1 - falseAlarms / negatives - approvalLimits.specificityAtLeast,
    );
    if (slack > best.slack) best = { slack, threshold: (score + (points[index + 1]?.score ?? 0)) / 2 };
  });
  return best.threshold;
};
