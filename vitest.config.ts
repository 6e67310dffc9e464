import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/**
 * Tests that leave nothing behind which another file could meet, and so share their modules. A handler reads its
 * environment when it is loaded, so its tests do not.
 */
const sharing = [
  'test/dashboard/**/*.test.ts',
  'test/lib/**/*.test.ts',
  'test/lambdas/**/!(*handler*).test.ts',
  'test/local/{dynamodb,eventbridge,handlers,http-front,kinesis,kms,lambda,s3,sqs,step-functions}/**/*.test.ts',
  ...[
    'audit',
    'datasets',
    'evaluation',
    'export',
    'features',
    'labels',
    'lstm',
    'models',
    'narratives',
    'plots',
    'preprocessing',
    'random',
    'stats',
    'synthetic',
    'tensorboard',
    'text',
    'time',
    'wearable',
  ].map((folder) => `test/ml/${folder}/**/*.test.ts`),
];

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // One a core; Vitest would leave one idle, which on two cores is half the machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...timeouts, name: 'sharing', include: sharing, isolate: false } },
      { test: { ...timeouts, name: 'alone', include: ['test/**/*.test.ts'], exclude: sharing } },
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
