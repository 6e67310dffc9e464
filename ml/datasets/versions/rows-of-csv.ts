import { parse } from 'csv-parse/sync';
import type { Row } from '../../preprocessing/pipeline/row.ts';
import { TableError } from '../../preprocessing/table-error.ts';

export interface CsvRows {
  /** Header, in order. */
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

// Decimal notation only: Number() alone would also take '0x1f' and 'Infinity'.
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Rows of a CSV with a header (RFC 4180). Blanks around a cell are dropped, an empty cell is missing, and a column
 * of which every cell is a decimal number is one of numbers.
 *
 * @param text - may begin with a byte order mark
 * @param textColumns - kept as text also where every cell is a number, as with ids
 * @throws {TableError} when it is no CSV, has no row, or a column has no name or another's
 * @example
 * rowsOfCsv('id,age,plan\n7,41, basic\n8,,extra\n', ['id']).rows // => [{ id: '7', age: 41, plan: 'basic' }, { id: '8', age: null, plan: 'extra' }]
 */
export const rowsOfCsv = (text: string, textColumns: readonly string[] = []): CsvRows => {
  const [names = [], ...cells] = parseCells(text);
  if (cells.length === 0) throw new TableError('The CSV has no row beneath its header: send at least one.');
  const nameless = names.indexOf('');
  if (nameless !== -1) throw new TableError(`Column ${nameless + 1} of the CSV has no name: give it one.`);
  const twice = names.find((name, position) => names.indexOf(name) !== position);
  if (twice !== undefined) {
    throw new TableError(`The CSV has two columns ${twice}: rename one.`, { column: twice });
  }
  const numeric = names.map(
    (name, position) =>
      !textColumns.includes(name) && cells.every((row) => row[position] === '' || isNumber(row[position])),
  );
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

const isNumber = (cell: string | undefined): boolean =>
  cell !== undefined && decimal.test(cell) && Number.isFinite(Number(cell));

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
