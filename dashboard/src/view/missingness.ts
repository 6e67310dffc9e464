import { percentText } from './format.ts';
import type { Latest } from './summary.ts';
import type { TableView } from './table-view.ts';

export interface MissingBar {
  readonly column: string;
  /** Of all rows, 0 to 1. */
  readonly share: number;
  readonly parentShare: number | null;
}

const mostBars = 12;

/** The columns with most missing, most first; a column that misses nothing now or before has no bar. */
export const missingBars = ({ distributions }: Latest): MissingBar[] =>
  distributions
    .map(({ column, missingShare: share, parentMissingShare: parentShare }) => ({
      column,
      share,
      parentShare,
    }))
    .filter(({ share, parentShare }) => share > 0 || (parentShare ?? 0) > 0)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, mostBars);

/** What every column misses, now and in the parent. */
export const missingTable = ({ version, parent, distributions }: Latest): TableView => ({
  caption: `Missing values in version ${version}`,
  columns: [
    { label: 'Column' },
    { label: 'Missing', isNumber: true },
    ...(parent === null ? [] : [{ label: `In ${parent}`, isNumber: true }]),
  ],
  rows: distributions.map(({ column, missingShare, parentMissingShare }) => [
    column,
    percentText(missingShare),
    ...(parent === null ? [] : [percentText(parentMissingShare)]),
  ]),
});
