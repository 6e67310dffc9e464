import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lockDataFolder } from '../../local/data-folder-lock.ts';
import { LocalStartupError } from '../../local/local-startup-error.ts';
import { UsageError } from '../cli/usage-error.ts';

const marker = 'wellcast-data';

/** Under the lock, so that nothing is pulled from under a local AWS that runs there. */
const wipe = async (dataDir: string): Promise<void> => {
  const unlock = await lockDataFolder(dataDir);
  for (const name of await readdir(dataDir)) {
    if (name !== marker && name !== 'lock') await rm(path.join(dataDir, name), { recursive: true });
  }
  await unlock();
};

/**
 * Makes the data directory ready: creates it, or wipes it when asked.
 *
 * Only a directory that wellcast made is ever wiped, so that `--fresh --data-dir ~` costs nobody their files.
 *
 * @throws {UsageError} when it cannot be written, or holds something else
 */
export const readyDataDir = async (dataDir: string, fresh: boolean): Promise<void> => {
  try {
    await mkdir(dataDir, { recursive: true });
    const names = await readdir(dataDir);
    if (names.length > 0 && !names.includes(marker)) {
      throw new UsageError(
        `${dataDir} holds files that are not wellcast's: name another folder with --data-dir`,
      );
    }
    if (fresh) await wipe(dataDir);
    await writeFile(
      path.join(dataDir, marker),
      'Everything here is made by wellcast and can be made again: npm start -- --fresh\n',
    );
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof LocalStartupError) throw new UsageError(error.message, { cause: error });
    throw new UsageError(
      `${dataDir} cannot be written (${error instanceof Error && 'code' in error ? error.code : error}): name another folder with --data-dir`,
    );
  }
};
