import type { Confusion } from './confusion.ts';

/**
 * Harmonic mean of precision and recall.
 *
 * @returns 0 … 1; 0 when no positive row was found
 * @example
 * f1Score({ truePositives: 2, falsePositives: 1, trueNegatives: 0, falseNegatives: 1 }) // => 2 / 3
 */
export const f1Score = ({ truePositives, falsePositives, falseNegatives }: Confusion): number =>
  truePositives === 0 ? 0 : (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);
