import { pickRows } from '../preprocessing/pick-rows.ts';
import { type Gaussian, mahalanobisTerms } from '../stats/mahalanobis.ts';
import { marginalGaussian } from '../stats/marginal-gaussian.ts';
import type { ErrorStatistics } from './error-statistics.ts';
import { type FittedGaussian, fitGaussians } from './fit-gaussian.ts';

/** Statistics of windows, each in one of several groups. */
export interface GroupedStatistics extends Pick<ErrorStatistics, 'values' | 'size' | 'given'> {
  /** Of each window, 0 … groups − 1, shape [n]. */
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/**
 * Learns what is usual in each group.
 *
 * @param statistics - of normal windows
 * @param commonShare - how much of each group's covariance is that of all, as for `fitGaussians`
 * @param isKept - which windows to learn from, by index
 * @returns one a group; undefined where a group has no window
 */
export const fitUsual = (
  { values, size, groupOf, groups }: GroupedStatistics,
  commonShare: number,
  isKept: (window: number) => boolean = () => true,
): FittedGaussian[] | undefined => {
  const vectors = Array.from({ length: groups }, (_, group) => {
    const windows = [...groupOf.keys()].filter((window) => groupOf[window] === group && isKept(window));
    return pickRows(values, windows, new Float64Array(windows.length * size));
  });
  return vectors.some((own) => own.length === 0) ? undefined : fitGaussians(vectors, size, commonShare);
};

/**
 * Distances of windows from what is usual: squared Mahalanobis distances of the entries that are judged, given the
 * others, an entry.
 *
 * @param statistics - of windows
 * @param usual - of their group
 * @returns what each statistic of the window with an index adds, shape [size]; the sum is the distance, ≥ 0 but for
 *   rounding. What is given adds by what it says of the others, often less than nothing
 */
export const makeDistanceTerms = (
  { values, size, given }: Pick<ErrorStatistics, 'values' | 'size' | 'given'>,
  usual: Gaussian,
): ((window: number) => Float64Array) => {
  const judged = size - given.length;
  const alone = given.length === 0 ? undefined : marginalGaussian(usual, given);
  return (window) => {
    const terms = mahalanobisTerms(values, window * size, usual);
    if (alone !== undefined) {
      const known = given.map((at) => values[window * size + at]!);
      mahalanobisTerms(known, 0, alone).forEach((term, index) => {
        terms[given[index]!] = terms[given[index]!]! - term;
      });
    }
    return terms.map((term) => term / judged);
  };
};
