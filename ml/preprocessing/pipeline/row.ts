import * as z from 'zod';

/** What a row says of one column: a finite number, a text (a category), or null where nothing is known. */
export const Cell = z.union([z.number(), z.string(), z.null()]);
export type Cell = z.infer<typeof Cell>;

/** One row of a table by column name. Every row of a table has the same columns; a missing value is null. */
export const Row = z.record(z.string(), Cell).readonly();
export type Row = z.infer<typeof Row>;

/**
 * A row's cell; null where the row does not have the column, also where every object has something of its name.
 *
 * @example
 * cellIn({ age: 3 }, 'age') // => 3
 * cellIn({ age: 3 }, 'constructor') // => null
 */
export const cellIn = (row: Row, name: string): Cell =>
  Object.hasOwn(row, name) ? (row[name] ?? null) : null;
