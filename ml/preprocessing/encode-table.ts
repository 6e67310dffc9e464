import { TableError } from './table-error.ts';

/** Text cells under a header. */
export interface TextTable {
  readonly header: readonly string[];
  /** Each as long as the header. */
  readonly rows: readonly (readonly string[])[];
}

export interface EncodeOptions {
  readonly labelColumn: string;
  /** The value of the label column that becomes 1; every other becomes 0. */
  readonly positiveClass: string;
  /** Kept as it is. */
  readonly idColumn?: string | undefined;
}

/** More values than this in a text column, and it is a name or a note rather than a category. */
const mostCategories = 50;

interface EncodedColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

const isNumeric = (cell: string): boolean => cell === '' || Number.isFinite(Number(cell));

const encodeColumn = (name: string, cells: readonly string[]): readonly EncodedColumn[] => {
  if (cells.every(isNumeric)) return [{ name, cells }];
  const categories = [...new Set(cells.filter((cell) => cell !== ''))].sort();
  if (categories.length > mostCategories) {
    throw new TableError(
      `Column ${name} is text with ${categories.length} different values, more than ${mostCategories}: ` +
        'name it as the id column or leave it out.',
      { column: name, categories: categories.length },
    );
  }
  // Of two values one column says all; a second would only be its mirror.
  const kept = categories.length === 2 ? categories.slice(1) : categories;
  return kept.map((category) => ({
    name: `${name}=${category}`,
    cells: cells.map((cell) => (cell === '' ? '' : cell === category ? '1' : '0')),
  }));
};

/**
 * Turns a table of text into one of numbers that the trainer reads: id, features, label.
 *
 * A column of numbers stays; text with two values becomes one column `name=value` of 0 and 1 for the value later
 * in the alphabet; other text becomes one such column per value. A blank cell is missing and stays empty.
 *
 * @param table - surrounding blanks of cells are ignored
 * @param options - which column is the label, which value of it counts as 1, which column is the id
 * @throws {TableError} when a column is absent, the positive class never occurs, or a text column has over 50 values
 * @example
 * encodeTable({ header: ['id', 'plan', 'left'], rows: [['a', 'basic', 'No'], ['b', 'extra', 'Yes']] }, { labelColumn: 'left', positiveClass: 'Yes', idColumn: 'id' }) // => { header: ['id', 'plan=extra', 'left'], rows: [['a', '0', '0'], ['b', '1', '1']] }
 */
export const encodeTable = (table: TextTable, options: EncodeOptions): TextTable => {
  const { labelColumn, positiveClass, idColumn } = options;
  for (const column of idColumn === undefined ? [labelColumn] : [labelColumn, idColumn]) {
    if (!table.header.includes(column)) {
      throw new TableError(`There is no column ${column}; there are: ${table.header.join(', ')}.`, {
        column,
      });
    }
  }
  const cellsOf = (column: string): string[] => {
    const position = table.header.indexOf(column);
    return table.rows.map((row) => (row[position] ?? '').trim());
  };
  const labels = cellsOf(labelColumn);
  const missing = labels.indexOf('');
  if (missing !== -1) {
    throw new TableError(`Data row ${missing + 1} has no label in column ${labelColumn}.`, {
      column: labelColumn,
    });
  }
  if (!labels.includes(positiveClass)) {
    throw new TableError(
      `No row has ${positiveClass} in column ${labelColumn}: check its spelling and case.`,
      { column: labelColumn },
    );
  }
  const columns: EncodedColumn[] = [
    ...(idColumn === undefined ? [] : [{ name: idColumn, cells: cellsOf(idColumn) }]),
    ...table.header
      .filter((column) => column !== labelColumn && column !== idColumn)
      .flatMap((column) => encodeColumn(column, cellsOf(column))),
    { name: labelColumn, cells: labels.map((label) => (label === positiveClass ? '1' : '0')) },
  ];
  return {
    header: columns.map(({ name }) => name),
    rows: table.rows.map((_, row) => columns.map(({ cells }) => cells[row] as string)),
  };
};
