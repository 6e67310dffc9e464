import { type Column, cellAt } from './frame.ts';
import type { Cell } from './row.ts';

const compareTexts = (one: string, other: string): number => {
  const [left, right] = [[...one], [...other]];
  const at = left.findIndex((character, i) => character !== right[i]);
  if (at === -1) return left.length - right.length;
  // Past the end of the shorter one −1 stands: a text comes before all that begin with it.
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
};

/**
 * The order of categories: numbers ascending, then texts by code point (as Python and numpy sort), null last.
 *
 * @example
 * ['b', null, 'a', 'B'].sort(compareCells) // => ['B', 'a', 'b', null]
 * [10, 9].sort(compareCells) // => [9, 10]
 */
export const compareCells = (one: Cell, other: Cell): number => {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  return typeof one === 'number' ? -1 : 1;
};

/**
 * How often each category occurs, in the order of categories; null counts missing cells.
 *
 * @example
 * [...countCells({ kind: 'text', values: ['b', null, 'a', 'b'] })] // => [['a', 1], ['b', 2], [null, 1]]
 */
export const countCells = (column: Column): ReadonlyMap<Cell, number> => {
  const counts = new Map<Cell, number>();
  for (let row = 0; row < column.values.length; row += 1) {
    const cell = cellAt(column, row);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return new Map([...counts].sort(([one], [other]) => compareCells(one, other)));
};
