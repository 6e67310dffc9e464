import type { Cell } from './row.ts';

/** Amounts, shape [rows]; NaN is a missing cell, nothing else is not finite. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Categories, shape [rows]; null is a missing cell. */
export interface TextColumn {
  readonly kind: 'text';
  readonly values: readonly (string | null)[];
}

export type Column = NumberColumn | TextColumn;

/** A column with its name. */
export type NamedColumn = readonly [name: string, column: Column];

/** Rows by column, as the steps of a pipeline see them. */
export interface Frame {
  readonly rowCount: number;
  /** The features, in order. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Columns that are no features, shape [rows] each; absent where the rows do not say. */
  readonly target?: readonly Cell[] | undefined;
  readonly persons?: readonly Cell[] | undefined;
  readonly times?: readonly Cell[] | undefined;
}

/** What a cell of a column says: a number, a text, or null where it is missing. */
export const cellAt = (column: Column, row: number): Cell => {
  const value = column.values[row];
  return value === undefined || (typeof value === 'number' && Number.isNaN(value)) ? null : value;
};
