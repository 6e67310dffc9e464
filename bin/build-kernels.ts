/** `npm run build:kernels`: compiles ml/lstm/assembly into ml/lstm/kernels-wasm.ts. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileKernels } from './tasks/compile-kernels.ts';

await writeFile(
  fileURLToPath(new URL('../ml/lstm/kernels-wasm.ts', import.meta.url)),
  await compileKernels(),
);
