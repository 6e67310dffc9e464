import { rankScores, walkThresholds } from './ranking.ts';

export interface RocPoint {
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
}

/**
 * Points of the ROC curve from (0, 0) to (1, 1), one for each distinct score.
 *
 * @param labels - 0 or 1, both present, shape [n]
 * @param scores - higher = more likely label 1, shape [n]
 * @param weights - ≥ 0, shape [n]; 1 for each row when left out
 * @example
 * rocCurve([0, 1], [0.1, 0.8]) // => [{ falsePositiveRate: 0, truePositiveRate: 0 }, { falsePositiveRate: 0, truePositiveRate: 1 }, { falsePositiveRate: 1, truePositiveRate: 1 }]
 */
export const rocCurve = (
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): readonly RocPoint[] => {
  const counts: [number, number][] = [[0, 0]];
  walkThresholds(rankScores(labels, scores), weights, (truePositives, falsePositives) => {
    counts.push([truePositives, falsePositives]);
  });
  const [positives, negatives] = counts.at(-1) as [number, number];
  return counts.map(([truePositives, falsePositives]) => ({
    falsePositiveRate: falsePositives / negatives,
    truePositiveRate: truePositives / positives,
  }));
};
