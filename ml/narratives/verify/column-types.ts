import { Decimal } from '../line/write-json.ts';

/** `integer` and `decimal` as they are written: readers tell `1` from `1.0`. */
export type ColumnType = 'integer' | 'decimal' | 'text' | 'boolean' | 'list' | 'object';

/**
 * The type of every column of one line, by its path; what is null has none. Elements of a list share a column.
 *
 * @param line - JSON
 * @throws {SyntaxError} where it is none
 * @example
 * [...columnTypes('{"a":{"b":1.0},"c":null}')] // => [['a', 'object'], ['a.b', 'decimal']]
 */
export const columnTypes = (line: string): ReadonlyMap<string, ColumnType> => {
  const types = new Map<string, ColumnType>();
  const visit = (path: string, value: unknown) => {
    if (value === null) return;
    if (path !== '') types.set(path, typeOf(value));
    if (typeof value !== 'object' || value instanceof Decimal) return;
    for (const [name, entry] of Object.entries(value)) {
      const step = Array.isArray(value) ? '[]' : name;
      visit(path === '' ? step : `${path}.${step}`, entry);
    }
  };
  visit('', JSON.parse(line, asWritten));
  return types;
};

/** The source text of a number is its reviver's third argument (ECMAScript 2026). */
const asWritten = (_: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === 'number' && /[.eE]/.test(context?.source ?? '') ? new Decimal(value) : value;

const typeOf = (value: unknown): ColumnType => {
  if (value instanceof Decimal) return 'decimal';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'number':
      return 'integer';
    case 'string':
      return 'text';
    case 'boolean':
      return 'boolean';
    default:
      return 'object';
  }
};
