import { TableError } from '../table-error.ts';
import { type Column, cellAt } from './frame.ts';
import type { Cell } from './row.ts';

/** Where a category that training did not have stands. */
export const unknownPlace = -1;

/** A column as training knew it. */
export interface KnownColumn {
  readonly name: string;
  /** In order. */
  readonly categories: readonly Cell[];
}

/**
 * The place of each cell's category among those of training; −1 where training did not have it.
 *
 * @param unknown - `error` refuses a category that training did not have
 * @throws {TableError} naming row (from 1) and column, never the category
 */
export const categoryPlaces = (
  column: Column,
  { name, categories }: KnownColumn,
  unknown: 'ignore' | 'error',
): Int32Array => {
  const places = new Map(categories.map((category, place) => [category, place]));
  return Int32Array.from({ length: column.values.length }, (_, row) => {
    const place = places.get(cellAt(column, row)) ?? unknownPlace;
    if (place === unknownPlace && unknown === 'error') {
      throw new TableError(
        `Row ${row + 1}, column ${name}: training did not have this category; fit the pipeline again, or set unknown ` +
          'to ignore.',
        { row: row + 1, column: name },
      );
    }
    return place;
  });
};
