import { TableError } from '../table-error.ts';
import { type ColumnRoles, roleColumns } from './column-roles.ts';
import type { Column, Frame } from './frame.ts';
import { type Cell, cellIn, type Row } from './row.ts';
import type { TrainingSplit } from './training-split.ts';

/** A column that a pipeline takes, and of what kind it is. */
export interface PipelineInput {
  readonly name: string;
  readonly kind: Column['kind'];
}

/** Beyond this the squares that the steps sum would overflow. */
const largest = 1e100;

const refuse = (row: number, column: string, problem: string) =>
  new TableError(`Row ${row + 1}, column ${column}: ${problem}.`, { row: row + 1, column });

const cellsOf = (rows: readonly Row[], name: string): readonly Cell[] =>
  rows.map((row, index) => {
    const cell = Object.hasOwn(row, name) ? row[name] : undefined;
    if (cell === undefined) throw refuse(index, name, 'the column is not there; a missing value is null');
    if (typeof cell === 'number' && !Number.isFinite(cell)) {
      throw refuse(index, name, `${cell} is no finite number; a missing value is null`);
    }
    if (typeof cell === 'number' && Math.abs(cell) > largest) {
      throw refuse(index, name, `a number beyond ±${largest}; use a larger unit`);
    }
    return cell;
  });

const toColumn = (name: string, cells: readonly Cell[], kind: Column['kind']): Column => {
  const wrong = cells.findIndex(
    (cell) => cell !== null && (typeof cell === 'number') !== (kind === 'number'),
  );
  if (wrong !== -1) {
    throw refuse(
      wrong,
      name,
      kind === 'number'
        ? 'a text arrived in a column of numbers'
        : 'a number arrived in a column of texts; write it as a text, or all of the column as numbers',
    );
  }
  // The check above leaves only one kind of cell beside null.
  return kind === 'number'
    ? { kind, values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)) }
    : { kind, values: cells.map((cell) => (typeof cell === 'string' ? cell : null)) };
};

const refuseExtraColumns = (rows: readonly Row[], known: ReadonlySet<string>): void => {
  rows.forEach((row, index) => {
    const extra = Object.keys(row).find((name) => !known.has(name));
    if (extra !== undefined) {
      throw refuse(index, extra, 'there is no such column in the other rows; remove it, or add it to all');
    }
  });
};

/**
 * Which columns training rows have and of what kind: as the split says, else texts where the first cell is a text and
 * numbers where it is a number. A column without any value counts as numbers.
 *
 * @example
 * inferInputs({ part: 'training', roles: { target: 'y' }, rows: [{ a: null, b: 'x', y: 1 }] }) // => [{ name: 'a', kind: 'number' }, { name: 'b', kind: 'text' }]
 */
export const inferInputs = ({ rows, roles, kinds = {} }: TrainingSplit): readonly PipelineInput[] => {
  const taken = new Set(roleColumns(roles));
  return Object.keys(rows[0] ?? {})
    .filter((name) => !taken.has(name))
    .map((name) => {
      const first = rows.find((row) => cellIn(row, name) !== null)?.[name];
      const told = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
      return { name, kind: told ?? (typeof first === 'string' ? 'text' : 'number') };
    });
};

/**
 * Rows by column, checked: every row has every column, no other, and cells of its kind.
 *
 * @param inputs - the feature columns, in order
 * @param roles - of the columns that are no features; they may be absent, but then from all rows
 * @throws {TableError} naming row (from 1) and column, never a cell's content
 * @example
 * rowsToFrame([{ age: 3 }, { age: null }], [{ name: 'age', kind: 'number' }], {}).columns.get('age').values // => [3, NaN]
 */
export const rowsToFrame = (
  rows: readonly Row[],
  inputs: readonly PipelineInput[],
  roles: ColumnRoles,
): Frame => {
  const names = inputs.map(({ name }) => name);
  refuseExtraColumns(rows, new Set([...names, ...roleColumns(roles)]));
  const roleCells = (name: string | undefined): readonly Cell[] | undefined =>
    name !== undefined && (rows.length === 0 || rows.some((row) => Object.hasOwn(row, name)))
      ? cellsOf(rows, name)
      : undefined;
  return {
    rowCount: rows.length,
    columns: new Map(inputs.map(({ name, kind }) => [name, toColumn(name, cellsOf(rows, name), kind)])),
    target: roleCells(roles.target),
    persons: roleCells(roles.person),
    times: roleCells(roles.time),
  };
};
