import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './usage-error.ts';

const refused = (place: string, error: unknown): UsageError => {
  const code = error instanceof Error && 'code' in error ? error.code : error;
  return new UsageError(`${place} cannot be written (${code}): name another with --output`);
};

/**
 * Makes a folder that results go into, and sees that files can be written there, before hours are spent on them.
 *
 * @throws {UsageError} when they cannot
 */
export const outputFolder = async (folder: string): Promise<void> => {
  if (folder === '') throw new UsageError('--output needs the name of a folder');
  const probe = path.join(folder, `.wellcast-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw refused(folder, error);
  }
};

/**
 * The same for a file that is written at the end: its folder is made, and it must be no folder itself.
 *
 * @throws {UsageError} when it cannot be written
 */
export const outputFile = async (file: string): Promise<void> => {
  await outputFolder(path.dirname(file));
  const known = await stat(file).catch(() => undefined);
  if (known?.isDirectory()) throw refused(file, 'it is a folder');
};
