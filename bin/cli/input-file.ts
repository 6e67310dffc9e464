import { access, constants, stat } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/**
 * The same path, once it is known to be readable and no folder.
 *
 * @throws {UsageError} otherwise
 */
export const inputFile = async (file: string): Promise<string> => {
  try {
    await access(file, constants.R_OK);
    if (!(await stat(file)).isDirectory()) return file;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(`${file} cannot be read (${code})`);
  }
  throw new UsageError(`${file} is a folder; name the files in it`);
};
