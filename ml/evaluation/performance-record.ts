import * as z from 'zod';
import { SemanticVersion, Slug } from '../datasets/feature-set.ts';
import { Environment } from './stage-book.ts';

/** The rows that a model was measured on; `live`: what it met in use. */
export const DataSplit = z.enum(['train', 'validation', 'test', 'live']);
export type DataSplit = z.infer<typeof DataSplit>;

/** A metric's name, such as auc or prAuc. */
export const MetricName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, { error: 'a name of up to 40 letters and digits, such as auc' });

/** A figure, with its 95 % interval where one is known. */
export const MetricValue = z
  .strictObject({
    value: z.number(),
    low: z.number().optional(),
    high: z.number().optional(),
  })
  .refine(({ low, high }) => (low === undefined) === (high === undefined), {
    path: ['low'],
    error: 'given with high, or both left out',
  })
  .refine(({ value, low = value, high = value }) => low <= value && value <= high, {
    path: ['value'],
    error: 'between low and high',
  });
export type MetricValue = z.infer<typeof MetricValue>;

/** What one version of a model was worth on one split of data in one environment at one time. */
export const PerformanceRecord = z.strictObject({
  recordId: z.string(),
  modelId: Slug,
  version: z.int().min(1),
  environment: Environment,
  split: DataSplit,
  datasetId: Slug.optional(),
  datasetVersion: SemanticVersion.optional(),
  /** ISO 8601, UTC. */
  measuredAt: z.string(),
  /** By name. */
  metrics: z.record(MetricName, MetricValue),
  /** Whether outcomes are kept with it, so that it can be compared with confidence. */
  hasOutcomes: z.boolean(),
});
export type PerformanceRecord = z.infer<typeof PerformanceRecord>;
