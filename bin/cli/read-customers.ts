import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import {
  type CustomerDataset,
  makeCustomerDataset,
} from '../../ml/models/customer-health/customer-dataset.ts';
import { TableError } from '../../ml/preprocessing/table-error.ts';
import { inputFile } from './input-file.ts';
import { UsageError } from './usage-error.ts';

const objectOf = (line: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? { ...parsed }
      : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Customers of a file that `wellcast generate customers` writes, or of one like it: a JSON object a line.
 *
 * @throws {TableError} naming the line that is no JSON object, or the columns of it that do not fit
 * @throws {UsageError} when the file cannot be read, or holds no customer
 */
export const readCustomers = async (file: string): Promise<CustomerDataset> => {
  const name = path.basename(file);
  const builder = makeCustomerDataset();
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(await inputFile(file)) })) {
    number += 1;
    if (line.trim() === '') continue;
    const record = objectOf(line);
    if (record === undefined) {
      throw new TableError(`${name}, line ${number}: the line is no JSON object.`, {
        file: name,
        line: number,
      });
    }
    try {
      builder.add(record);
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      throw new TableError(`${name}, line ${number}: ${error.message}`, { file: name, line: number });
    }
  }
  const data = builder.result();
  if (data.count === 0) throw new UsageError(`${file} holds no customer`);
  return data;
};
