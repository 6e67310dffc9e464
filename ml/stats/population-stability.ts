import { InsufficientDataError } from '../insufficient-data-error.ts';

/** How far the shares of bins have moved. */
export interface PopulationStability {
  /** Σ (q − p) ln(q / p) over the bins, ≥ 0. */
  readonly index: number;
  /** What chance alone makes of it where nothing has moved: (bins − 1)(1/n + 1/m). */
  readonly expected: number;
  /** The index less its expectation: about 0 where nothing has moved, whatever the sizes. */
  readonly excess: number;
}

/** Added to each count, so that an empty bin has a finite logarithm. */
const addedCount = 0.5;
const quantileBins = 10;

/**
 * Population stability index of counts over the same bins, and its expectation under no change. Lewis 1994 (the
 * symmetric Kullback–Leibler divergence, Jeffreys 1946); the expectation is that of a chi² of bins − 1 degrees of
 * freedom over the harmonic sample size (Yurdakul & Naranjo 2020). Half a count is added to every bin.
 *
 * @param baseline - counts, shape [bins]
 * @param current - counts, shape [bins]
 * @throws {InsufficientDataError} when either counts nothing
 * @example
 * populationStability([50, 50], [50, 50]).index // => 0
 * populationStability([50, 50], [5, 5]).expected // => 1 / 100 + 1 / 10
 */
export const populationStability = (
  baseline: ArrayLike<number>,
  current: ArrayLike<number>,
): PopulationStability => {
  const bins = baseline.length;
  let n = 0;
  let m = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    n += baseline[bin]!;
    m += current[bin]!;
  }
  if (n === 0 || m === 0) {
    throw new InsufficientDataError('Shares can be compared only where each sample has a value.', {
      baselineCount: n,
      currentCount: m,
    });
  }
  let index = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const before = (baseline[bin]! + addedCount) / (n + bins * addedCount);
    const after = (current[bin]! + addedCount) / (m + bins * addedCount);
    index += (after - before) * Math.log(after / before);
  }
  const expected = (bins - 1) * (1 / n + 1 / m);
  return { index, expected, excess: index - expected };
};

/**
 * Upper ends of ten bins that hold a tenth of the baseline each; equal ends, where many values are equal, count once,
 * so that there may be fewer bins. The last bin has no end.
 *
 * @param values - at least one, finite; not mutated
 * @returns shape [bins − 1], ascending, each one of the values
 * @example
 * baselineBinEnds([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) // => [2, 3, 4, 5, 6, 7, 8, 9, 10]
 * baselineBinEnds([0, 0, 0, 1]) // => [0]
 */
export const baselineBinEnds = (values: ArrayLike<number>): readonly number[] => {
  const sorted = Float64Array.from(values).sort();
  const ends = new Set<number>();
  // Values that occur, and none between two of them: codes stay whole.
  for (let bin = 1; bin < quantileBins; bin += 1) {
    ends.add(sorted[Math.max(0, Math.ceil((bin * sorted.length) / quantileBins) - 1)]!);
  }
  // Nothing lies above the greatest value, so that a bin beyond it would be empty for ever.
  ends.delete(sorted.at(-1)!);
  return [...ends];
};

/**
 * How many values each bin holds; a value at an end belongs to the bin below it.
 *
 * @param ends - from `baselineBinEnds`
 * @returns shape [ends + 1]
 * @example
 * countInBins([1, 2, 3, 9], [2, 4]) // => [2, 1, 1]
 */
export const countInBins = (values: ArrayLike<number>, ends: readonly number[]): readonly number[] => {
  const counts = new Array<number>(ends.length + 1).fill(0);
  for (let i = 0; i < values.length; i += 1) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[i]! <= ends[middle]!) high = middle;
      else low = middle + 1;
    }
    counts[low]! += 1;
  }
  return counts;
};
