import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LocalStartupError } from './local-startup-error.ts';

const held = new Set<string>();

/** When a process began, in the kernel's ticks; tells a process from a later one with the same number. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
};

const holderOf = async (file: string): Promise<number | undefined> => {
  const [pidText = '', start = ''] = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (pid === process.pid) return held.has(file) ? pid : undefined;
  return isAlive(pid) && startOf(pid) === start ? pid : undefined;
};

const notWritable = (folder: string, cause: unknown): LocalStartupError => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
  return new LocalStartupError(
    'folder-not-writable',
    `The data folder ${folder} cannot be written (${code}): choose another with --data-dir.`,
    { cause },
  );
};

/**
 * Written aside and then linked, so that nobody ever sees a lock without its holder in it.
 *
 * @returns whether the lock is ours; false when there is one already
 */
const tryToTake = async (file: string): Promise<boolean> => {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${process.pid} ${startOf(process.pid)}\n`);
  try {
    await link(draft, file);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
};

/**
 * Makes a folder this process's own, so that two local AWS never write the same files. The lock of a process
 * that no longer runs is taken over.
 *
 * @returns a function that gives the folder back
 * @throws {LocalStartupError} folder-not-writable, data-dir-in-use
 */
export const lockDataFolder = async (folder: string): Promise<() => Promise<void>> => {
  const file = path.join(folder, 'lock');
  try {
    await mkdir(folder, { recursive: true });
    if (!(await tryToTake(file))) {
      const holder = await holderOf(file);
      if (holder === undefined) await rm(file, { force: true });
      if (holder !== undefined || !(await tryToTake(file))) {
        const who = holder === undefined ? 'another process' : `process ${holder}`;
        throw new LocalStartupError(
          'data-dir-in-use',
          `The data folder ${folder} is in use by ${who}: stop it or choose another with --data-dir.`,
        );
      }
    }
  } catch (cause) {
    throw cause instanceof LocalStartupError ? cause : notWritable(folder, cause);
  }
  held.add(file);
  return async () => {
    held.delete(file);
    await rm(file, { force: true });
  };
};
