import { parseTimestamp } from '../../time/parse-timestamp.ts';
import { TableError } from '../table-error.ts';
import { type Column, cellAt, type Frame } from './frame.ts';
import type { Cell } from './row.ts';

const instantOf = (cell: Cell, row: number): number => {
  const at = typeof cell === 'string' ? parseTimestamp(cell) : cell;
  if (typeof at === 'number') return at;
  throw new TableError(
    `Row ${row + 1}: forward fill needs a time, as milliseconds since 1970 UTC or as ISO 8601.`,
    { row: row + 1 },
  );
};

/** Each person's rows in time order; of rows at one time the one that stands first comes first. */
const rowsInOrder = (frame: Frame): readonly (readonly number[])[] => {
  const { persons, times } = frame;
  if (persons === undefined || times === undefined) {
    throw new TableError(
      'Forward fill carries a value along the rows of one person in time order: name the columns of person and time, ' +
        'and send them with every row.',
    );
  }
  const byPerson = new Map<Cell, number[]>();
  persons.forEach((person, row) => {
    if (person === null) {
      throw new TableError(`Row ${row + 1} belongs to no person, so nothing can be carried to it.`, {
        row: row + 1,
      });
    }
    const rows = byPerson.get(person);
    if (rows === undefined) byPerson.set(person, [row]);
    else rows.push(row);
  });
  const instants = times.map(instantOf);
  return [...byPerson.values()].map((rows) =>
    rows.sort((one, other) => instants[one]! - instants[other]! || one - other),
  );
};

/**
 * Fills missing cells with what the same person's latest earlier row says, as pandas'
 * `sort_values(time).groupby(person).ffill()`. Before a person's first value cells stay missing, and nothing is
 * carried from training rows: only from the rows at hand.
 *
 * @param frame - whose persons and times decide; the columns filled need not be its own
 * @throws {TableError} when the frame lacks persons or times
 * @example
 * forwardFiller({ rowCount: 3, columns: new Map(), persons: ['a', 'b', 'a'], times: [1, 1, 2] })({ kind: 'text', values: ['x', null, null] }).values // => ['x', null, 'x']
 */
export const forwardFiller = (frame: Frame): ((column: Column) => Column) => {
  const order = rowsInOrder(frame);
  return (column) => {
    const sources = new Map<number, number>();
    for (const rows of order) {
      let latest: number | undefined;
      for (const row of rows) {
        if (cellAt(column, row) !== null) latest = row;
        else if (latest !== undefined) sources.set(row, latest);
      }
    }
    return column.kind === 'number'
      ? { kind: 'number', values: column.values.map((_, row) => column.values[sources.get(row) ?? row]!) }
      : { kind: 'text', values: column.values.map((_, row) => column.values[sources.get(row) ?? row]!) };
  };
};
