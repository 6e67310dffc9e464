/** Weight of rows by what they are and what they were called. */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

export interface ScoredRows {
  /** 0 or 1, shape [n]. */
  readonly labels: ArrayLike<number>;
  /** Probability of label 1, 0 … 1, shape [n]. */
  readonly probabilities: ArrayLike<number>;
  /** ≥ 0, shape [n]; 1 for each row when left out. */
  readonly weights?: ArrayLike<number> | undefined;
}

/**
 * The four counts of right and wrong calls at a threshold.
 *
 * @param rows - labels, probabilities and weights
 * @param threshold - a row at or above it is called positive
 * @example
 * confusion({ labels: [1, 0, 1], probabilities: [0.5, 0.6, 0.4] }, 0.5) // => { truePositives: 1, falsePositives: 1, trueNegatives: 0, falseNegatives: 1 }
 */
export const confusion = (rows: ScoredRows, threshold: number): Confusion => {
  let truePositives = 0;
  let falsePositives = 0;
  let trueNegatives = 0;
  let falseNegatives = 0;
  for (let row = 0; row < rows.labels.length; row += 1) {
    const weight = rows.weights === undefined ? 1 : (rows.weights[row] as number);
    const called = (rows.probabilities[row] as number) >= threshold;
    if (rows.labels[row] === 1) {
      if (called) truePositives += weight;
      else falseNegatives += weight;
    } else if (called) falsePositives += weight;
    else trueNegatives += weight;
  }
  return { truePositives, falsePositives, trueNegatives, falseNegatives };
};
