import type { Confusion } from './confusion.ts';

/**
 * Share of the positive rows that were called positive; also sensitivity or true-positive rate.
 *
 * @returns 0 … 1; 0 when there is no positive row
 * @example
 * recall({ truePositives: 3, falsePositives: 5, trueNegatives: 5, falseNegatives: 1 }) // => 0.75
 */
export const recall = ({ truePositives, falseNegatives }: Confusion): number =>
  truePositives === 0 ? 0 : truePositives / (truePositives + falseNegatives);
