import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { UsageError } from './usage-error.ts';

/**
 * Opens a file for writing.
 *
 * @throws {UsageError} when it cannot be written
 */
export const openOutput = async (file: string): Promise<WriteStream> => {
  const stream = createWriteStream(file);
  try {
    await once(stream, 'open');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(`${file} cannot be written (${code}): name another with --output or --risks`);
  }
  return stream;
};
