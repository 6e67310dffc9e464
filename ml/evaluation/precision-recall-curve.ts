import { rankScores, walkThresholds } from './ranking.ts';

export interface PrecisionRecallPoint {
  readonly recall: number;
  readonly precision: number;
}

/**
 * Precision and recall at each distinct score, from the highest score down.
 *
 * @param labels - 0 or 1, with a label 1, shape [n]
 * @param scores - higher = more likely label 1, shape [n]
 * @param weights - ≥ 0, shape [n]; 1 for each row when left out
 * @example
 * precisionRecallCurve([0, 1], [0.1, 0.8]) // => [{ recall: 1, precision: 1 }, { recall: 1, precision: 0.5 }]
 */
export const precisionRecallCurve = (
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): readonly PrecisionRecallPoint[] => {
  const counts: [number, number][] = [];
  walkThresholds(rankScores(labels, scores), weights, (truePositives, falsePositives) => {
    if (truePositives + falsePositives > 0) counts.push([truePositives, falsePositives]);
  });
  const positives = counts.at(-1)?.[0] ?? Number.NaN;
  return counts.map(([truePositives, falsePositives]) => ({
    recall: truePositives / positives,
    precision: truePositives / (truePositives + falsePositives),
  }));
};
