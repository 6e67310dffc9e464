import { figureText, percentText } from './format.ts';
import type { Distribution, Latest } from './summary.ts';
import type { TableView } from './table-view.ts';

type NumberDistribution = Extract<Distribution, { type: 'number' }>;
type TextDistribution = Extract<Distribution, { type: 'text' }>;

/** Of the nine deciles, by index. */
const [p20, median, p80] = [1, 4, 7];

const numberShift = ({ deciles, parentDeciles }: NumberDistribution): number => {
  if (parentDeciles === null || deciles.length !== parentDeciles.length || deciles.length === 0) return 0;
  const spread = (parentDeciles[p80] ?? 0) - (parentDeciles[p20] ?? 0);
  const moved = deciles.reduce(
    (sum, value, index) => sum + Math.abs(value - (parentDeciles[index] ?? value)),
    0,
  );
  if (moved === 0) return 0;
  return spread === 0 ? 1 : moved / deciles.length / spread;
};

const textShift = ({ values }: TextDistribution): number =>
  values.reduce((sum, { share, parentShare }) => sum + Math.abs(share - (parentShare ?? share)), 0) / 2;

/**
 * How far a column has moved from its parent, to put those first that moved most: for numbers the mean shift of the
 * deciles in units of the parent's 20–80 % range, for text half the sum of the shares' differences. 0: not at all, or
 * nothing to compare with.
 *
 * @example
 * shiftOf({ type: 'text', column: 'sex', missingShare: 0, parentMissingShare: 0, values: [{ value: 'f', share: 0.5, parentShare: 0.7 }] }) // => 0.09999999999999998
 */
export const shiftOf = (distribution: Distribution): number =>
  distribution.type === 'number' ? numberShift(distribution) : textShift(distribution);

/** Those that moved most first; those that moved alike in the dataset's own order. */
export const byShift = (distributions: readonly Distribution[]): Distribution[] =>
  distributions.toSorted((a, b) => shiftOf(b) - shiftOf(a));

/** Whether there is anything to draw. */
export const hasValues = (distribution: Distribution): boolean =>
  distribution.type === 'number' ? distribution.deciles.length > 0 : distribution.values.length > 0;

export interface DecileRow {
  readonly of: string;
  readonly isParent: boolean;
  readonly p10: number;
  readonly p20: number;
  readonly median: number;
  readonly p80: number;
  readonly p90: number;
}

const rowOf = (of: string, isParent: boolean, deciles: readonly number[]): DecileRow[] => {
  const at = (index: number): number => deciles[index] ?? Number.NaN;
  if (deciles.length === 0) return [];
  return [{ of, isParent, p10: at(0), p20: at(p20), median: at(median), p80: at(p80), p90: at(8) }];
};

/** A row for this version and one for its parent. */
export const decileRows = (
  { deciles, parentDeciles }: NumberDistribution,
  { version, parent }: Pick<Latest, 'version' | 'parent'>,
): DecileRow[] => [
  ...rowOf(version, false, deciles),
  ...(parent === null || parentDeciles === null ? [] : rowOf(parent, true, parentDeciles)),
];

/** The figures of one column as text. */
export const distributionTable = (
  distribution: Distribution,
  { version, parent }: Pick<Latest, 'version' | 'parent'>,
): TableView => {
  const columns = [
    { label: distribution.type === 'number' ? 'Decile' : 'Value' },
    { label: version, isNumber: true },
    ...(parent === null ? [] : [{ label: parent, isNumber: true }]),
  ];
  const caption = `${distribution.column} in version ${version}`;
  if (distribution.type === 'text') {
    const rows = distribution.values.map(({ value, share, parentShare }) => [
      value,
      percentText(share),
      ...(parent === null ? [] : [percentText(parentShare)]),
    ]);
    return { caption, columns, rows };
  }
  const rows = distribution.deciles.map((value, index) => [
    `${(index + 1) * 10} %`,
    figureText(value),
    ...(parent === null ? [] : [figureText(distribution.parentDeciles?.[index] ?? null)]),
  ]);
  return { caption, columns, rows };
};

/** A sentence on what moved, for those who do not see the chart. */
export const distributionText = (distribution: Distribution): string => {
  if (distribution.type === 'text') {
    const [first] = distribution.values;
    if (first === undefined) return 'No value is frequent enough to be told.';
    const before = first.parentShare === null ? '' : `, ${percentText(first.parentShare)} before`;
    return `Most frequent: ${first.value}, ${percentText(first.share)}${before}.`;
  }
  const now = distribution.deciles[median];
  const before = distribution.parentDeciles?.[median];
  if (now === undefined) return 'Every cell is missing.';
  return `Median ${figureText(now)}${before === undefined ? '' : `, ${figureText(before)} before`}.`;
};
