import { parse } from 'csv-parse/sync';
import type { Row } from '../../preprocessing/pipeline/row.ts';
import { TableError } from '../../preprocessing/table-error.ts';
import { decimalNumber, isNonFiniteNumber } from './decimal-number.ts';

export interface CsvRows {
  /** Header, in order. */
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Rows of a CSV with a header (RFC 4180). Blanks around a cell are dropped, an empty cell is missing, and a column
 * of which every cell is a decimal number is one of numbers.
 *
 * @param text - may begin with a byte order mark
 * @param textColumns - kept as text also where every cell is a number, as with ids
 * @throws {TableError} when it is no CSV, has no row, a column has no name or another's, or one of numbers holds an
 *   infinity or NaN
 * @example
 * rowsOfCsv('id,age,plan\n7,41, basic\n8,,extra\n', ['id']).rows // => [{ id: '7', age: 41, plan: 'basic' }, { id: '8', age: null, plan: 'extra' }]
 */
export const rowsOfCsv = (text: string, textColumns: readonly string[] = []): CsvRows => {
  const [names = [], ...cells] = parseCells(text);
  if (cells.length === 0) throw new TableError('The CSV has no row beneath its header: send at least one.');
  const nameless = names.indexOf('');
  if (nameless !== -1) throw new TableError(`Column ${nameless + 1} of the CSV has no name: give it one.`);
  if (names.length === 1 && /[;\t]/.test(names[0] ?? '')) {
    throw new TableError(
      'The CSV has one column, with semicolons or tabs in its name: part cells by commas.',
    );
  }
  const twice = names.find((name, position) => names.indexOf(name) !== position);
  if (twice !== undefined) {
    throw new TableError(`The CSV has two columns ${twice}: rename one.`, { column: twice });
  }
  const numeric = names.map((name, position) => {
    if (textColumns.includes(name)) return false;
    const column = cells.map((row) => row[position] ?? '');
    refuseNonFinite(name, column);
    return column.every((cell) => cell === '' || isFiniteNumber(cell));
  });
  const rows = cells.map((row) => {
    const entries = names.map((name, position) => {
      const cell = row[position] ?? '';
      if (cell === '') return [name, null] as const;
      return [name, numeric[position] ? Number(cell) + 0 : cell] as const;
    });
    return Object.fromEntries(entries);
  });
  return { names, rows };
};

const isFiniteNumber = (cell: string): boolean => Number.isFinite(decimalNumber(cell));

/** One infinity would make thousands of numbers texts. */
const refuseNonFinite = (column: string, cells: readonly string[]): void => {
  const row = cells.findIndex(isNonFiniteNumber);
  const isOfNumbers =
    row !== -1 &&
    cells.some(isFiniteNumber) &&
    cells.every((cell) => cell === '' || isFiniteNumber(cell) || isNonFiniteNumber(cell));
  if (!isOfNumbers) return;
  throw new TableError(
    `Row ${row + 1}, column ${column}: no finite number among numbers; leave the cell empty where nothing is known.`,
    { row: row + 1, column },
  );
};

const parseCells = (text: string): string[][] => {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 0;
    throw new TableError(
      `The CSV cannot be read near line ${line}: every line needs as many cells as the header, and a quote its end.`,
      { line },
    );
  }
};
