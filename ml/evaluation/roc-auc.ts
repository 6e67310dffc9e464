import { type Ranking, rankScores, walkThresholds } from './ranking.ts';

/**
 * Area under the ROC curve: the chance that a row of label 1 scores above a row of label 0, ties counting half.
 *
 * The Mann–Whitney statistic over pairs, each pair weighted by the product of its rows' weights. O(n log n).
 * Hanley & McNeil 1982.
 *
 * @param labels - 0 or 1, shape [n]
 * @param scores - higher = more likely label 1, shape [n], finite
 * @param weights - ≥ 0, shape [n]; 1 for each row when left out
 * @returns 0 … 1; NaN when one of the labels has no weight, since then there is no pair
 * @example
 * rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) // => 0.75
 * rocAuc([0, 1], [0.5, 0.5]) // => 0.5
 */
export const rocAuc = (
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number => rankedRocAuc(rankScores(labels, scores), weights);

/**
 * `rocAuc` of rows that are sorted already. O(n).
 *
 * @param ranking - from `rankScores`
 * @param weights - ≥ 0, shape [n]; 1 for each row when left out
 */
export const rankedRocAuc = (ranking: Ranking, weights?: ArrayLike<number>): number => {
  let wonPairs = 0;
  let positives = 0;
  let negatives = 0;
  walkThresholds(ranking, weights, (truePositives, falsePositives) => {
    wonPairs += (falsePositives - negatives) * (positives + (truePositives - positives) / 2);
    positives = truePositives;
    negatives = falsePositives;
  });
  return positives > 0 && negatives > 0 ? wonPairs / (positives * negatives) : Number.NaN;
};
