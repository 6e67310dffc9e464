import { fitLogisticRegression, type WeightedRows } from './logistic-regression.ts';

/** Turns a score into a probability: 1 / (1 + e^−(slope · score + intercept)). */
export interface PlattScaling {
  /** > 0, so that the order of persons stays as the score has it. */
  readonly slope: number;
  readonly intercept: number;
}

/** A score that ranks no better than chance gets this slope: everyone then has about the same probability. */
const smallestSlope = 1e-6;

/**
 * Fits the probability of label 1 as a logistic curve of a score, with Platt's softened targets
 * (n₁ + 1) / (n₁ + 2) and 1 / (n₀ + 2), which keep a perfectly separating score from claiming certainty.
 * Platt 1999.
 *
 * @param rows - scores (one column) at natural prevalence, not those that the scoring model was fitted on
 */
export const fitPlattScaling = ({ values, labels, weights }: WeightedRows): PlattScaling => {
  let positives = 0;
  let negatives = 0;
  for (let row = 0; row < labels.length; row += 1) {
    if (labels[row] === 1) positives += weights[row] as number;
    else negatives += weights[row] as number;
  }
  const targets = Float64Array.from(labels, (label) =>
    label === 1 ? (positives + 1) / (positives + 2) : 1 / (negatives + 2),
  );
  const { coefficients, intercept } = fitLogisticRegression({ values, labels: targets, weights }, 1, 1e-6);
  const slope = coefficients[0] as number;
  if (slope >= smallestSlope) return { slope, intercept };
  const prevalence = (positives + 1) / (positives + negatives + 2);
  return { slope: smallestSlope, intercept: Math.log(prevalence / (1 - prevalence)) };
};

/**
 * Calibrated probability of each score.
 *
 * @param scores - shape [n]
 * @returns 0 … 1, shape [n]
 * @example
 * Array.from(plattProbabilities([0, 5], { slope: 2, intercept: -10 })).map((p) => p.toFixed(5)) // => ['0.00005', '0.50000']
 */
export const plattProbabilities = (
  scores: ArrayLike<number>,
  { slope, intercept }: PlattScaling,
): Float64Array => Float64Array.from(scores, (score) => 1 / (1 + Math.exp(-(slope * score + intercept))));
