import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

const temporarySuffix = '.tmp';

/**
 * Replaces a record in one step: a process killed at any moment leaves the old or the new one.
 *
 * Synchronous on purpose: a check and the write that depends on it are then one step for every other request.
 */
export const writeRecord = (file: string, record: object): void => {
  const temporary = `${file}${temporarySuffix}`;
  writeFileSync(temporary, JSON.stringify(record));
  renameSync(temporary, file);
};

const readRecord = <T>(file: string, schema: z.ZodType<T>): T => {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${file} is not a record that this version of the local S3 can read ` +
      `(${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}). ` +
      'Start with a fresh folder, or with the version that wrote it.',
  );
};

/**
 * All records of a folder; half-written ones are removed.
 *
 * @throws {Error} naming the file, when a record has another schema version or is damaged
 */
export const readRecords = <T>(folder: string, schema: z.ZodType<T>): T[] => {
  const records: T[] = [];
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith(temporarySuffix)) rmSync(file, { force: true });
    else records.push(readRecord(file, schema));
  }
  return records;
};
