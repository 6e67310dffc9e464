import type { FeatureTable } from './feature-table.ts';
import { TableError } from './table-error.ts';

export interface TableColumns {
  /** Holds 0 or 1. */
  readonly labelColumn: string;
  /** Says whose row it is; must be there when named. Left out: `sample_id` if there is one, else a row is a person. */
  readonly idColumn?: string | undefined;
  /** The features wanted, in this order. Left out: every other column of the first file, in its order. */
  readonly featureNames?: readonly string[] | undefined;
}

export interface FeatureTableBuilder {
  /** Starts a file; its columns may stand in another order, but must be the same. */
  startFile(header: readonly string[], file: string): void;
  /** Adds a row of the file that was started last; `line` counts from 1 and is for messages. */
  addRow(cells: readonly string[], line: number): void;
  /** The table of all rows added; `hasIds` is false where each row stands for a person of its own. */
  finish(): FeatureTable & { readonly hasIds: boolean };
}

const defaultIdColumn = 'sample_id';
// Decimal notation only: Number() alone would also take '0x1f', 'Infinity' and blanks.
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const columnPositions = (header: readonly string[], file: string): Map<string, number> => {
  const positions = new Map(header.map((name, position) => [name, position]));
  if (header.some((name) => name.trim() === '')) {
    throw new TableError(`${file} has a column without a name: give every column one.`, { file });
  }
  if (positions.size < header.length) {
    const twice = header.find((name, position) => positions.get(name) !== position);
    throw new TableError(`${file} has two columns named ${twice}: rename one.`, { file, column: twice });
  }
  return positions;
};

/**
 * Collects labelled rows of text into a numeric table. An empty cell is a missing value.
 *
 * @param columns - which column is what
 * @returns a builder whose methods throw {TableError} naming file, line and column, never a cell's content
 */
export const featureTableBuilder = (columns: TableColumns): FeatureTableBuilder => {
  const { labelColumn } = columns;
  const ids: string[] = [];
  const labels: number[] = [];
  const values: number[] = [];
  let featureNames = columns.featureNames;
  let current:
    | { file: string; label: number; id: number | undefined; features: readonly number[] }
    | undefined;

  const startFile = (header: readonly string[], file: string): void => {
    const positions = columnPositions(header, file);
    const need = (column: string): number => {
      const position = positions.get(column);
      if (position === undefined) {
        const message = `${file} has no column ${column}; it has ${header.length} other columns. Name the right one.`;
        throw new TableError(message, { file, column });
      }
      return position;
    };
    const label = need(labelColumn);
    const id = columns.idColumn === undefined ? positions.get(defaultIdColumn) : need(columns.idColumn);
    featureNames ??= header.filter((_, position) => position !== label && position !== id);
    if (featureNames.length === 0) {
      throw new TableError(`${file} has no feature column beside the label and the id: add one.`, { file });
    }
    const features = featureNames.map(need);
    const used = new Set([label, ...features, ...(id === undefined ? [] : [id])]);
    const extra = header.find((_, position) => !used.has(position));
    if (extra !== undefined) {
      const message = `${file} has a column ${extra} that the other data does not have: remove it.`;
      throw new TableError(message, { file, column: extra });
    }
    current = { file, label, id, features };
  };

  const addRow = (cells: readonly string[], line: number): void => {
    if (current === undefined || featureNames === undefined) throw new RangeError('startFile comes first');
    const { file, label, id, features } = current;
    const refuse = (column: string, problem: string) =>
      new TableError(`${file}, line ${line}, column ${column}: ${problem}.`, { file, line, column });
    const labelValue = Number(cells[label] === '' ? Number.NaN : cells[label]);
    if (labelValue !== 0 && labelValue !== 1) throw refuse(labelColumn, 'a label must be 0 or 1');
    const person = id === undefined ? `row ${ids.length + 1}` : (cells[id] ?? '');
    if (person === '') throw refuse(columns.idColumn ?? defaultIdColumn, 'an id must not be empty');
    for (const [index, position] of features.entries()) {
      const text = (cells[position] ?? '').trim();
      const value = text === '' ? Number.NaN : Number(text);
      if (text !== '' && !(decimal.test(text) && Number.isFinite(value))) {
        throw refuse(
          featureNames[index] as string,
          'not a finite decimal number; leave a missing value empty',
        );
      }
      values.push(value);
    }
    ids.push(person);
    labels.push(labelValue);
  };

  return {
    startFile,
    addRow,
    finish: () => ({
      hasIds: current?.id !== undefined,
      featureNames: featureNames ?? [],
      ids,
      labels: Uint8Array.from(labels),
      values: Float64Array.from(values),
    }),
  };
};
