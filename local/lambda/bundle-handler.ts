import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { build, stop } from 'esbuild';
import { bundling } from '../../lib/bundling.ts';

export interface HandlerBundle {
  /** Absolute path of the ES module that exports `handler`. */
  readonly file: string;
  readonly bytes: number;
}

let running = 0;

/**
 * Bundles one handler with the options that CDK uses too.
 *
 * @param entry - absolute path of the handler's TypeScript file
 * @param folder - where `index.mjs` and its source map are written
 * @throws {Error} esbuild's own, with file and line, when the code cannot be bundled
 */
export const bundleHandler = async (entry: string, folder: string): Promise<HandlerBundle> => {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'index.mjs');
  running++;
  try {
    const { outExtension: _ofFolders, ...options } = bundling;
    await build({
      ...options,
      mainFields: [...bundling.mainFields],
      entryPoints: [entry],
      outfile: file,
      logLevel: 'silent',
    });
  } finally {
    running--;
    // esbuild keeps a process of its own waiting for more, which would outlive what it was needed for.
    if (running === 0) await stop();
  }
  return { file, bytes: (await stat(file)).size };
};
