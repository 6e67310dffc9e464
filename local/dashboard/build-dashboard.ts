import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from '../repository-root.ts';
import { hashSources } from './hash-sources.ts';

const pageFolder = path.join(repositoryRoot, 'dashboard');
const vite = path.join(repositoryRoot, 'node_modules/vite/bin/vite.js');

const runVite = async (outDir: string, signal: AbortSignal | undefined): Promise<void> => {
  const child = spawn(
    process.execPath,
    [vite, 'build', pageFolder, '--outDir', outDir, '--configLoader', 'native', '--logLevel', 'error'],
    { stdio: ['ignore', 'ignore', 'pipe'], ...(signal !== undefined && { signal }) },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new Error(`The dashboard could not be built: ${said.trim() || `Vite ended with ${code}`}`);
};

/**
 * Builds the dashboard's page with Vite, in a process of its own, unless it has been built from the same sources.
 *
 * @param folder - holds builds by the hash of their sources; other builds in it are removed
 * @param signal - ends the build
 * @returns the folder of the built page
 * @throws {Error} with what Vite said
 */
export const buildDashboard = async (folder: string, signal?: AbortSignal): Promise<string> => {
  const name = await hashSources([pageFolder, path.join(repositoryRoot, 'package-lock.json')]);
  const built = path.join(folder, name);
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder);
  if (present.includes(name)) return built;
  const draft = await mkdtemp(path.join(folder, 'draft-'));
  try {
    await runVite(draft, signal);
    await rename(draft, built);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  for (const other of present) await rm(path.join(folder, other), { recursive: true, force: true });
  return built;
};
