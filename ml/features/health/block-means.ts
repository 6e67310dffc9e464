import { mean } from '../../stats/mean.ts';

/** Means of successive blocks of dates, oldest first; a block without a value is left out. */
export interface BlockMeans {
  /** Number of the block, 0 the oldest of the window, shape [blocks with a value]. */
  readonly numbers: readonly number[];
  /** Shape [blocks with a value]. */
  readonly means: readonly number[];
  /** Share of the dates of all blocks that have a value, 0 … 1; 0 where the window holds no whole block. */
  readonly coverage: number;
}

/**
 * A daily series in blocks of so many dates, counted back from asOf's own; dates before the last whole block are left
 * out.
 *
 * @param values - by age in days, from `dailyValues`
 * @param windowDays - dates of the window
 * @param blockDays - 1 for dates, 7 for weeks, 30 for months
 * @example
 * blockMeans(new Map([[0, 4], [1, 6], [7, 1]]), 14, 7) // => { numbers: [0, 1], means: [1, 5], coverage: 3 / 14 }
 */
export const blockMeans = (
  values: ReadonlyMap<number, number>,
  windowDays: number,
  blockDays: number,
): BlockMeans => {
  const blocks = Math.floor(windowDays / blockDays);
  const numbers: number[] = [];
  const means: number[] = [];
  let dates = 0;
  for (let block = blocks - 1; block >= 0; block -= 1) {
    const found: number[] = [];
    for (let age = (block + 1) * blockDays - 1; age >= block * blockDays; age -= 1) {
      const value = values.get(age);
      if (value !== undefined) found.push(value);
    }
    if (found.length === 0) continue;
    dates += found.length;
    numbers.push(blocks - 1 - block);
    means.push(mean(found));
  }
  return { numbers, means, coverage: blocks === 0 ? 0 : dates / (blocks * blockDays) };
};
