import { type Ranking, rankScores, walkThresholds } from './ranking.ts';

/**
 * Average precision: precision at each threshold, weighted by the recall that the threshold adds.
 *
 * No interpolation, which would flatter (Davis & Goadrich 2006). O(n log n).
 *
 * @param labels - 0 or 1, shape [n]
 * @param scores - higher = more likely label 1, shape [n], finite
 * @param weights - ≥ 0, shape [n]; 1 for each row when left out
 * @returns 0 … 1, of which the prevalence is the level of chance; NaN when label 1 has no weight
 * @example
 * prAuc([0, 1], [0.1, 0.8]) // => 1
 * prAuc([1, 0, 0, 1], [0.9, 0.8, 0.7, 0.6]) // => 0.75
 */
export const prAuc = (
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number => rankedPrAuc(rankScores(labels, scores), weights);

/**
 * `prAuc` of rows that are sorted already. O(n).
 *
 * @param ranking - from `rankScores`
 * @param weights - ≥ 0, shape [n]; 1 for each row when left out
 */
export const rankedPrAuc = (ranking: Ranking, weights?: ArrayLike<number>): number => {
  let area = 0;
  let positives = 0;
  walkThresholds(ranking, weights, (truePositives, falsePositives) => {
    const found = truePositives - positives;
    if (found > 0) area += found * (truePositives / (truePositives + falsePositives));
    positives = truePositives;
  });
  return positives > 0 ? area / positives : Number.NaN;
};
