import { access, constants } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/**
 * The same path, once it is known to be readable.
 *
 * @throws {UsageError} otherwise
 */
export const inputFile = async (file: string): Promise<string> => {
  try {
    await access(file, constants.R_OK);
    return file;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(`${file} cannot be read (${code})`);
  }
};
