import { InvalidRequestError } from '../../invalid-request-error.ts';
import { customerColumns } from './customer-columns.ts';
import { encodeCustomer } from './encode-customer.ts';

/** A customer before encoding: a value for each of `customerColumns`, by name; null is unknown. */
export type CustomerRecord = Readonly<Record<string, unknown>>;

const columnNames = customerColumns.map(({ name }) => name);

const refused = (arrived: string): InvalidRequestError =>
  new InvalidRequestError([
    {
      field: '',
      allowed: `a customer: an object of ${columnNames.length} columns by name, or their values as a list in the order of files`,
      arrived,
    },
  ]);

/** Values beyond the last column get names that no column has, so that they are refused like any unknown one. */
const byName = (values: readonly unknown[]): CustomerRecord =>
  Object.fromEntries(values.map((value, index) => [columnNames[index] ?? `value ${index + 1}`, value]));

/**
 * One customer as it comes in, at any door: an object by column name, or the 46 raw values as a list in the order of
 * `customerColumns`, which is that of files and of the training guide's step 4. A category is its name or its index.
 *
 * Values that are merely odd together (a session rate that does not fit the count) are taken.
 *
 * @param raw - parsed JSON
 * @returns every column by name and nothing else, as `encodeCustomer` takes it
 * @throws {InvalidRequestError} naming every column that is missing, unknown, no number or out of its range
 */
export const parseCustomer = (raw: unknown): CustomerRecord => {
  if (raw === undefined) throw refused('nothing');
  if (raw === null) throw refused('null');
  if (typeof raw !== 'object') throw refused(`a ${typeof raw}`);
  const record: CustomerRecord = Array.isArray(raw) ? byName(raw) : { ...raw };
  encodeCustomer(record);
  return record;
};
