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

/** Two builds of the same sources: the second may fuse multiplication and addition. */
const builds = { kernelsBase64: 'simd,bulk-memory', relaxedKernelsBase64: 'simd,bulk-memory,relaxed-simd' };

const compile = async (output: string, features: string): Promise<Uint8Array> => {
  const flags = [
    ...['ml/lstm/assembly/index.ts', '--baseDir', root, '--outFile', path.relative(root, output)],
    ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', features, '--initialMemory', '1'],
    // Vectors never cross from the kernels into JavaScript, which that warning is about.
    ...['--disableWarning', '112'],
  ];
  await run(process.execPath, [compiler, ...flags], { cwd: root });
  return readFile(output);
};

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
    const lines = ['// Made by `npm run build:kernels` from assembly/.'];
    for (const [name, features] of Object.entries(builds)) {
      const bytes = await compile(path.join(folder, `${name}.wasm`), features);
      lines.push(`/** ${bytes.length} bytes of WebAssembly. */`, `export const ${name} =`);
      lines.push(`  '${Buffer.from(bytes).toString('base64')}';`);
    }
    return `${lines.join('\n')}\n`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
