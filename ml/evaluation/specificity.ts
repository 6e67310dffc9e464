import type { Confusion } from './confusion.ts';

/**
 * Share of the negative rows that were called negative; 1 − the false-positive rate.
 *
 * @returns 0 … 1; 0 when there is no negative row
 * @example
 * specificity({ truePositives: 3, falsePositives: 1, trueNegatives: 4, falseNegatives: 1 }) // => 0.8
 */
export const specificity = ({ trueNegatives, falsePositives }: Confusion): number =>
  trueNegatives === 0 ? 0 : trueNegatives / (trueNegatives + falsePositives);
