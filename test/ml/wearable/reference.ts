import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Windows } from '../../../ml/wearable/windows.ts';

const rows = z.array(z.array(z.number()));
const Reference = z.object({
  train: rows,
  test: rows,
  pcaErrors: z.array(z.number()),
  nearestSquared: z.array(z.number()),
  means: z.array(z.number()),
  precision: rows,
  mahalanobisSquared: z.array(z.number()),
  percentile95: z.number(),
});

/** See test/fixtures/wearable/README.md. */
export const reference = Reference.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/wearable/reference.json', import.meta.url), 'utf8')),
);

/** Rows of numbers as windows of one step each. */
export const windowsOf = (values: readonly (readonly number[])[], users?: readonly string[]): Windows => ({
  count: values.length,
  values: Float32Array.from(values.flat()),
  users: users ?? values.map(() => 'a'),
  startsMs: Float64Array.from(values, (_, index) => index * 10_000),
  endsMs: Float64Array.from(values, (_, index) => index * 10_000),
  labels: values.map(() => 'normal'),
});
