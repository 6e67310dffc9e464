import * as z from 'zod';
import { cellIn, type Row } from '../../preprocessing/pipeline/row.ts';
import { InvalidRowError } from '../invalid-row-error.ts';

export const DatasetColumn = z.strictObject({
  name: z.string().min(1).max(256),
  type: z.enum(['number', 'text']),
  /** `time` orders the rows of one person and is no input of a model. */
  role: z.enum(['feature', 'target', 'time']),
});
export type DatasetColumn = z.infer<typeof DatasetColumn>;

/** The columns of a dataset in order, without the sample's id, which every dataset has. */
export const DatasetSchema = z.strictObject({ columns: z.array(DatasetColumn).min(1) });
export type DatasetSchema = z.infer<typeof DatasetSchema>;

export interface ColumnRoles {
  /** Names the person; replaced by the sample's id. @default every row is a person of its own */
  readonly personColumn?: string | undefined;
  /** @default there is nothing to predict */
  readonly targetColumn?: string | undefined;
  /** @default the rows of a person have no order */
  readonly timeColumn?: string | undefined;
  /** Of texts also where not one cell is there to tell. @default such columns are of numbers */
  readonly textColumns?: readonly string[] | undefined;
}

/** Written in the place of a person's id. */
export const sampleIdColumn = 'sample_id';

/**
 * The schema that rows have: a column is of numbers where every cell that is there is a number, or of text where
 * every one is a text. Where no cell is there it is of numbers, unless the roles say texts.
 *
 * @param rows - at least one
 * @param names - the columns in order; a row may lack some, which are then missing
 * @param roles - which column is what
 * @throws {InvalidRowError} when a column mixes numbers and texts, a named column is not there, or no feature is left
 * @example
 * inferSchema([{ id: 'a', x: 1, y: 'no' }], ['id', 'x', 'y'], { personColumn: 'id', targetColumn: 'y' }) // => { columns: [{ name: 'x', type: 'number', role: 'feature' }, { name: 'y', type: 'text', role: 'target' }] }
 */
export const inferSchema = (
  rows: readonly Row[],
  names: readonly string[],
  roles: ColumnRoles,
): DatasetSchema => {
  requireNames(names);
  requireColumns(names, roles);
  const columns = names
    .filter((name) => name !== roles.personColumn)
    .map((name): DatasetColumn => ({ name, type: typeOf(rows, name, roles), role: roleOf(name, roles) }));
  if (!columns.some(({ role }) => role === 'feature')) {
    throw new InvalidRowError('The rows have no column left to be a feature: add one.', {});
  }
  return { columns };
};

const longestName = 200;
const mostColumns = 5000;

const requireNames = (names: readonly string[]): void => {
  const wrong = names.findIndex((name) => name === '' || name.length > longestName);
  if (wrong !== -1) {
    throw new InvalidRowError(`Column ${wrong + 1} needs a name of 1 to ${longestName} characters.`, {
      column: wrong + 1,
    });
  }
  const reserved = names.indexOf('__proto__');
  if (reserved !== -1) {
    throw new InvalidRowError(
      `Column ${reserved + 1} is called __proto__, which programs take for something else: rename it.`,
      { column: reserved + 1 },
    );
  }
  if (names.length <= mostColumns) return;
  throw new InvalidRowError(`The rows have ${names.length} columns; at most ${mostColumns} are taken.`, {
    columns: names.length,
  });
};

const roleOf = (name: string, roles: ColumnRoles): DatasetColumn['role'] => {
  if (name === roles.targetColumn) return 'target';
  return name === roles.timeColumn ? 'time' : 'feature';
};

const requireColumns = (names: readonly string[], roles: ColumnRoles): void => {
  const named = [roles.personColumn, roles.targetColumn, roles.timeColumn].filter(
    (name) => name !== undefined,
  );
  if (new Set(named).size < named.length) {
    throw new InvalidRowError('Person, target and time must be three different columns.', {});
  }
  for (const column of named) {
    if (names.includes(column)) continue;
    throw new InvalidRowError(`There is no column ${column}: name one that the rows have.`, { column });
  }
  if (!names.includes(sampleIdColumn) || roles.personColumn === sampleIdColumn) return;
  throw new InvalidRowError(
    `The rows have a column ${sampleIdColumn}, a name that every dataset uses: rename it, or make it personColumn.`,
    { column: sampleIdColumn },
  );
};

const typeOf = (
  rows: readonly Row[],
  name: string,
  { textColumns = [] }: ColumnRoles,
): DatasetColumn['type'] => {
  const cells = rows.map((row) => cellIn(row, name));
  const first = cells.find((cell) => cell !== null) ?? (textColumns.includes(name) ? '' : 0);
  const mixed = cells.findIndex((cell) => cell !== null && typeof cell !== typeof first);
  if (mixed === -1) return typeof first === 'string' ? 'text' : 'number';
  throw new InvalidRowError(
    `Column ${name} holds numbers and texts, as in row ${mixed + 1}: make it one or the other.`,
    { column: name, row: mixed + 1 },
  );
};
