import type { ColumnRoles } from './column-roles.ts';
import { type Column, cellAt, type Frame } from './frame.ts';
import type { Cell, Row } from './row.ts';

/**
 * A frame as rows: first the columns with a role that are there (target, person, time), then the features.
 *
 * @param roles - names of the columns with a role
 * @example
 * frameToRows({ rowCount: 1, columns: new Map([['age', { kind: 'number', values: new Float64Array([NaN]) }]]), target: [1] }, { target: 'left' }) // => [{ left: 1, age: null }]
 */
export const frameToRows = (frame: Frame, roles: ColumnRoles): readonly Row[] => {
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
