import { InvalidRequestError, type RequestProblem } from '../../invalid-request-error.ts';
import { type CategoryColumn, customerColumns, inputNamesOf } from './customer-columns.ts';
import type { CustomerFeature } from './customer-features.ts';

/** Of what is not known, told in errors: enough to find it. */
const maxUnknownColumns = 10;
const maxNameLength = 64;

/** JSON has no such numbers, so they arrive as texts. */
const notFinite = /^-?(NaN|Infinity)$/;

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string' && notFinite.test(value)) return value;
  if (typeof value !== 'number') return `a ${typeof value}`;
  return Number.isFinite(value) ? 'another number' : String(value);
};

const encodeNumber = (feature: CustomerFeature, value: unknown): readonly number[] | RequestProblem => {
  const [least, most] = feature.range;
  if (value === null && feature.emptyWhen !== undefined) return [Number.NaN];
  if (typeof value === 'number' && value >= least && value <= most) return [value];
  const orNull = feature.emptyWhen === undefined ? '' : ', or null where it is unknown';
  return {
    field: feature.name,
    allowed: `a number from ${least} to ${most}${orNull}`,
    arrived: kindOf(value),
  };
};

const encodeCategory = (column: CategoryColumn, value: unknown): readonly number[] | RequestProblem => {
  const index = typeof value === 'string' ? column.values.indexOf(value) : Number(value ?? Number.NaN);
  const group = typeof value === 'string' || typeof value === 'number' ? column.groups[index] : undefined;
  if (group !== undefined) {
    return inputNamesOf(column).map((name) => Number(name === `${column.name}=${group}`));
  }
  return {
    field: column.name,
    allowed: `one of ${column.values.join(', ')}, or its index from 0 to ${column.values.length - 1}`,
    arrived: kindOf(value),
  };
};

/**
 * The model's inputs of one customer: numbers as they are, categories one-hot.
 *
 * @param record - a value for each of `customerColumns`, by name, and nothing else; null is unknown; values that are
 *   merely odd together are taken
 * @returns in the order of `customerInputNames`, shape [59]; NaN is unknown, for the trainer's medians to fill
 * @throws {InvalidRequestError} naming every column that is missing, unknown or out of its range
 */
export const encodeCustomer = (record: Readonly<Record<string, unknown>>): Float64Array => {
  const names = new Set(customerColumns.map(({ name }) => name));
  const problems: RequestProblem[] = Object.keys(record)
    .filter((name) => !names.has(name))
    .slice(0, maxUnknownColumns)
    .map((name) => ({
      field: name.slice(0, maxNameLength),
      allowed: 'left out, as no such column is known',
      arrived: kindOf(record[name]),
    }));
  const inputs: number[] = [];
  for (const column of customerColumns) {
    const value = Object.hasOwn(record, column.name) ? record[column.name] : undefined;
    const encoded = 'groups' in column ? encodeCategory(column, value) : encodeNumber(column, value);
    if ('field' in encoded) problems.push(encoded);
    else inputs.push(...encoded);
  }
  if (problems.length > 0) throw new InvalidRequestError(problems);
  return Float64Array.from(inputs);
};
