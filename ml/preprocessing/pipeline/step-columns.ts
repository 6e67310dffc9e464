import { TableError } from '../table-error.ts';
import type { Column, Frame, NumberColumn } from './frame.ts';

/**
 * A column by its name.
 *
 * @throws {TableError} when it is not there
 */
export const columnOf = (frame: Frame, name: string): Column => {
  const column = frame.columns.get(name);
  if (column === undefined) {
    throw new TableError(
      `A step names the column ${name}, which is not there by then: name another, or move the step.`,
      { column: name },
    );
  }
  return column;
};

/** The columns that a step names, else all of a kind; a name that comes twice counts once. */
export const stepColumns = (
  frame: Frame,
  names: readonly string[] | undefined,
  kind: Column['kind'],
): readonly (readonly [name: string, column: Column])[] =>
  names === undefined
    ? [...frame.columns].filter(([, column]) => column.kind === kind)
    : [...new Set(names)].map((name) => [name, columnOf(frame, name)]);

/**
 * A column of numbers by its name.
 *
 * @throws {TableError} when it is not there, or holds texts
 */
export const numberColumn = (frame: Frame, name: string): NumberColumn => {
  const column = columnOf(frame, name);
  if (column.kind === 'number') return column;
  throw new TableError(`Column ${name} holds texts and the step takes numbers: encode it first.`, {
    column: name,
  });
};

/** The columns of numbers that a step names, else all of them. */
export const numberColumns = (
  frame: Frame,
  names: readonly string[] | undefined,
): readonly (readonly [name: string, column: NumberColumn])[] =>
  stepColumns(frame, names, 'number').map(([name]) => [name, numberColumn(frame, name)]);

/** The values of a column that are not missing. */
export const presentValues = ({ values }: NumberColumn): Float64Array =>
  values.filter((value) => !Number.isNaN(value));
