import type { HealthSample } from './health-sample.ts';

/**
 * Whether samples follow one another at about a given pace: the median of their distances, of an even number the upper
 * one, is half to twice it. Amounts per interval mean something else at another.
 *
 * @param series - ascending in time
 * @param range - indices of the first and the last sample, both within the series
 * @param intervalSeconds - of the pace, above 0
 * @returns false for a single sample
 * @example
 * hasPace([{ timestampMs: 0 }, { timestampMs: 5000 }, { timestampMs: 45000 }], { first: 0, last: 1 }, 5) // => true
 * hasPace([{ timestampMs: 0 }, { timestampMs: 5000 }, { timestampMs: 45000 }], { first: 0, last: 2 }, 5) // => false
 */
export const hasPace = (
  series: readonly Pick<HealthSample, 'timestampMs'>[],
  { first, last }: { readonly first: number; readonly last: number },
  intervalSeconds: number,
): boolean => {
  const gaps = last - first;
  let shorter = 0;
  let longer = 0;
  for (let at = first + 1; at <= last; at += 1) {
    const gapSeconds = (series[at]!.timestampMs - series[at - 1]!.timestampMs) / 1000;
    if (gapSeconds < intervalSeconds / 2) shorter += 1;
    if (gapSeconds > intervalSeconds * 2) longer += 1;
  }
  // Counting those on either side tells where the median lies without sorting, a hundred times a call.
  const median = Math.floor(gaps / 2);
  return gaps > 0 && shorter <= median && longer < gaps - median;
};
