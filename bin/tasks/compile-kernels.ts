import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main as asc } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles the LSTM kernels and writes them down as a TypeScript module, so that they need no file beside it, no
 * build step after `npm ci`, and go into a bundle like any other code. The same sources give the same text.
 *
 * @returns source text of `ml/lstm/kernels-wasm.ts`
 * @throws {Error} what the compiler said, when it refused
 */
export const compileKernels = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellcast-kernels-'));
  try {
    const output = path.join(folder, 'kernels.wasm');
    const { error, stderr } = await asc([
      ...['ml/lstm/assembly/index.ts', '--baseDir', root, '--outFile', path.relative(root, output)],
      ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd,bulk-memory', '--initialMemory', '1'],
      // Vectors never cross from the kernels into JavaScript, which that warning is about.
      ...['--disableWarning', '112'],
    ]);
    if (error !== null) throw new Error(`The kernels do not compile: ${stderr.toString()}`, { cause: error });
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
