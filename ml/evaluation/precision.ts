import type { Confusion } from './confusion.ts';

/**
 * Share of the rows called positive that are positive.
 *
 * @returns 0 … 1; 0 when none was called positive
 * @example
 * precision({ truePositives: 3, falsePositives: 1, trueNegatives: 5, falseNegatives: 1 }) // => 0.75
 */
export const precision = ({ truePositives, falsePositives }: Confusion): number =>
  truePositives === 0 ? 0 : truePositives / (truePositives + falsePositives);
