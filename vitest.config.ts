import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One a core; Vitest would leave one idle, which on two cores is half the machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['ml/**/*.ts', 'lambdas/**/*.ts'],
      // AssemblyScript: compiled into kernels-wasm.ts, and measured by running that.
      exclude: ['ml/lstm/assembly/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90 },
    },
  },
});
