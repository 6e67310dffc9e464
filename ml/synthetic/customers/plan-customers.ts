import type { Random } from '../../random/seeded-random.ts';
import { type SegmentName, segmentNames } from './segments.ts';

export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];

/** Train, validation and test. */
const splitShares = [0.7, 0.15, 0.15];

export interface PlannedCustomer {
  readonly segment: SegmentName;
  readonly split: SplitName;
}

/**
 * Whole numbers in proportion to shares that add up to a total: largest remainder (Hare–Niemeyer).
 *
 * @param shares - ≥ 0, shape [n], not all 0
 * @example
 * apportion(10, [0.7, 0.15, 0.15]) // => [7, 2, 1]
 */
export const apportion = (total: number, shares: readonly number[]): number[] => {
  const sum = shares.reduce((all, share) => all + share, 0);
  // A share such as 0.15 is not exact in binary: what is whole but for rounding counts as whole.
  const exact = shares.map((share) => Number(((total * share) / sum).toFixed(9)));
  const counts = exact.map(Math.floor);
  const left = total - counts.reduce((all, count) => all + count, 0);
  const byRemainder = exact
    .map((value, position) => ({ position, remainder: value % 1 }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { position } of byRemainder.slice(0, left)) counts[position] = (counts[position] ?? 0) + 1;
  return counts;
};

/**
 * Who is of which segment and goes into which file, in random order: every split has the segments' shares, to the
 * nearest whole customer. A byte or so for each customer.
 *
 * @param shares - of the segments, in the order of `segmentNames`
 */
export const planCustomers = (
  count: number,
  shares: readonly number[],
  random: Random,
): ((index: number) => PlannedCustomer) => {
  const codes = apportion(count, shares).flatMap((ofSegment, segment) =>
    apportion(ofSegment, splitShares).flatMap((ofSplit, split) =>
      new Array<number>(ofSplit).fill(segment * splitNames.length + split),
    ),
  );
  const order = Uint8Array.from(random.shuffle(codes));
  return (index) => {
    const code = order[index]!;
    return {
      segment: segmentNames[Math.floor(code / splitNames.length)]!,
      split: splitNames[code % splitNames.length]!,
    };
  };
};
