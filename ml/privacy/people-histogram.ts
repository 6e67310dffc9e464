import { shownCount } from './shown-count.ts';

export interface HistogramBin {
  /** Included. */
  readonly from: number;
  /** Excluded, but for the last bin. */
  readonly to: number;
  /** Null where values of 1 to 10 people lie here. */
  readonly count: number | null;
}

/**
 * How values of people are distributed over bins of one width, without bins of few people.
 *
 * @param valuesByPerson - of each person, in a range from `low` to `high`; others are left out
 * @example
 * peopleHistogram([[0.1, 0.6], [0.2]], { low: 0, high: 1, bins: 2 }) // => [{ from: 0, to: 0.5, count: null }, { from: 0.5, to: 1, count: null }]
 */
export const peopleHistogram = (
  valuesByPerson: Iterable<readonly number[]>,
  { low, high, bins }: { readonly low: number; readonly high: number; readonly bins: number },
): readonly HistogramBin[] => {
  const counts = new Float64Array(bins);
  const people = new Float64Array(bins);
  for (const values of valuesByPerson) {
    const touched = new Set<number>();
    for (const value of values) {
      if (!(value >= low && value <= high)) continue;
      const bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
      counts[bin] = (counts[bin] ?? 0) + 1;
      touched.add(bin);
    }
    for (const bin of touched) people[bin] = (people[bin] ?? 0) + 1;
  }
  const edge = (index: number) => low + ((high - low) * index) / bins;
  return Array.from(counts, (count, bin) => ({
    from: edge(bin),
    to: edge(bin + 1),
    count: shownCount(count, people[bin] ?? 0),
  }));
};
