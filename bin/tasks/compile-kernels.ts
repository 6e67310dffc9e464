import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Run, not imported: its types declare a `console` and a `WebAssembly` of their own for the whole project. */
const compiler = path.join(root, 'node_modules/assemblyscript/bin/asc.js');
const run = promisify(execFile);

/**
 * Compiles the LSTM kernels and writes them down as a TypeScript module, so that they need no file beside it, no
 * build step after `npm ci`, and go into a bundle like any other code. The same sources give the same text.
 *
 * @returns source text of `ml/lstm/kernels-wasm.ts`
 * @throws {Error} with what the compiler said, when it refused
 */
export const compileKernels = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellcast-kernels-'));
  try {
    const output = path.join(folder, 'kernels.wasm');
    const flags = [
      ...['ml/lstm/assembly/index.ts', '--baseDir', root, '--outFile', path.relative(root, output)],
      ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd,bulk-memory', '--initialMemory', '1'],
      // Vectors never cross from the kernels into JavaScript, which that warning is about.
      ...['--disableWarning', '112'],
    ];
    await run(process.execPath, [compiler, ...flags], { cwd: root });
    const bytes = await readFile(output);
    return [
      `/** The compiled kernels, ${bytes.length} bytes of WebAssembly; made by \`npm run build:kernels\` from assembly/. */`,
      `export const kernelsBase64 =`,
      `  '${bytes.toString('base64')}';`,
      '',
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
