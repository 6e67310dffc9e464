import { CsvError, parse } from 'csv-parse/sync';
import { customerColumns } from '../../features/customer/customer-columns.ts';
import { InvalidRequestError } from '../../invalid-request-error.ts';

const names: ReadonlySet<string> = new Set(customerColumns.map(({ name }) => name));
const isNumber = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** An empty cell is unknown; what is no number stays a text, for the parser of customers to refuse by name. */
const cellValue = (cell: string): unknown => {
  const text = cell.trim();
  if (text === '') return null;
  return isNumber.test(text) ? Number(text) : text;
};

const rowsOf = (text: string): string[][] => {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InvalidRequestError([
      { field: '', allowed: 'CSV', arrived: `what breaks off (${error.code})` },
    ]);
  }
};

/**
 * The customers of a CSV body, one a line: with a header, in any order of columns; without one, as the list of 46
 * values in the order of `customerColumns`.
 *
 * @returns as `parseCustomers` takes them
 * @throws {InvalidRequestError} when it is no CSV
 */
export const parseCsvCustomers = (text: string): readonly unknown[] => {
  const [first = [], ...rest] = rowsOf(text);
  const header = first.map((cell) => cell.trim());
  if (!header.some((cell) => names.has(cell))) return first.length === 0 ? [] : [first, ...rest].map(listOf);
  return rest.map((cells) =>
    Object.fromEntries([
      ...header.map((name, index) => [
        name,
        index < cells.length ? cellValue(cells[index] ?? '') : undefined,
      ]),
      // A line that is longer than the header says something that no column is there for.
      ...cells.slice(header.length).map((_, index) => [`value ${header.length + index + 1}`, true]),
    ]),
  );
};

const listOf = (cells: readonly string[]): readonly unknown[] => cells.map(cellValue);
