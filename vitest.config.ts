import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Tests of pure functions, which leave nothing behind that another file could meet: they share their modules. */
const pure = [
  'audit',
  'datasets',
  'evaluation',
  'features',
  'labels',
  'narratives',
  'plots',
  'preprocessing',
  'random',
  'stats',
  'synthetic',
  'text',
  'time',
].map((folder) => `test/ml/${folder}/**/*.test.ts`);

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // One a core; Vitest would leave one idle, which on two cores is half the machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...timeouts, name: 'pure', include: pure, isolate: false } },
      { test: { ...timeouts, name: 'rest', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
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
