import { countText } from './format.ts';
import type { Latest } from './summary.ts';
import type { TableView } from './table-view.ts';

export interface ClassBar {
  readonly value: string;
  readonly side: 'Train' | 'Test';
  readonly count: number;
}

/** The bars that may be drawn: those of enough people. */
export const classBars = ({ classBalance }: Latest): ClassBar[] =>
  classBalance.flatMap(({ value, train, test }) => [
    ...(train === null ? [] : [{ value, side: 'Train' as const, count: train }]),
    ...(test === null ? [] : [{ value, side: 'Test' as const, count: test }]),
  ]);

/** Rows of each class on either side. */
export const classTable = (latest: Latest, smallestGroup: number): TableView => ({
  caption: `Class balance of version ${latest.version}`,
  columns: [{ label: 'Class' }, { label: 'Train', isNumber: true }, { label: 'Test', isNumber: true }],
  rows: latest.classBalance.map(({ value, train, test }) => [
    value,
    countText(train, smallestGroup),
    countText(test, smallestGroup),
  ]),
});
