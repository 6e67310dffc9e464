import { TableError } from '../table-error.ts';
import type { ColumnRoles } from './column-roles.ts';
import { type Column, cellAt, type Frame } from './frame.ts';
import type { Cell, Row } from './row.ts';

/** Numbers far from those of training can leave the range of a double; infinity is no cell. */
const refuseOverflow = (frame: Frame): void => {
  for (const [name, { kind, values }] of frame.columns) {
    if (kind === 'text') continue;
    const row = values.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
    if (row === -1) continue;
    throw new TableError(`Row ${row + 1}, column ${name}: the result is too large for a number.`, {
      row: row + 1,
      column: name,
    });
  }
};

/**
 * A frame as rows: first the columns with a role that are there (target, person, time), then the features.
 *
 * @param roles - names of the columns with a role
 * @throws {TableError} when a number is infinite
 * @example
 * frameToRows({ rowCount: 1, columns: new Map([['age', { kind: 'number', values: new Float64Array([NaN]) }]]), target: [1] }, { target: 'left' }) // => [{ left: 1, age: null }]
 */
export const frameToRows = (frame: Frame, roles: ColumnRoles): readonly Row[] => {
  refuseOverflow(frame);
  const kept: readonly (readonly [string | undefined, readonly Cell[] | undefined])[] = [
    [roles.target, frame.target],
    [roles.person, frame.persons],
    [roles.time, frame.times],
  ];
  const roleEntries = kept.flatMap(([name, cells]) =>
    name === undefined || cells === undefined ? [] : [{ name, at: (row: number) => cells[row] ?? null }],
  );
  const featureEntries = [...frame.columns].map(([name, column]: readonly [string, Column]) => ({
    name,
    at: (row: number) => cellAt(column, row),
  }));
  const entries = [...roleEntries, ...featureEntries];
  return Array.from({ length: frame.rowCount }, (_, row) =>
    Object.fromEntries(entries.map(({ name, at }) => [name, at(row)])),
  );
};
