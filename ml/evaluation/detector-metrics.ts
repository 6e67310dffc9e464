import * as z from 'zod';
import { detectorModelName } from './detector-model-name.ts';
import { BaselineMetrics, Estimate } from './model-metrics.ts';

/** Of a detector's `metrics.json`; a reader of another version refuses it by name. */
export const detectorMetricsSchemaVersion = 1;

/** What a detector is worth on labelled windows that took no part in its training. */
const DetectorTest = z.strictObject({
  windows: z.int().min(1),
  anomalousWindows: z.int().min(0),
  users: z.int().min(1),
  auc: Estimate,
  prAuc: Estimate,
  /** At the model's threshold, as are the next three. */
  precision: Estimate,
  recall: Estimate,
  f1: Estimate,
  falsePositiveRate: Estimate,
  /** By the baseline's name: its AUC on the same windows, and by how much the detector's is greater. */
  baselines: z.record(z.string(), BaselineMetrics),
});

/**
 * How a wearable detector came to be and what it is worth: schema and type of its `metrics.json`. Holds no time and
 * no user, so that the same data and seed give the same bytes.
 */
export const DetectorMetrics = z.strictObject({
  schemaVersion: z.literal(detectorMetricsSchemaVersion),
  modelName: z.literal(detectorModelName),
  seed: z.int(),
  /** Digest of the sorted rows that the job was started for; null when none was given. */
  rowsSha256: z.string().nullable(),
  trainWindows: z.int().min(1),
  validationWindows: z.int().min(1),
  /** Epochs trained, and the one whose weights are kept. */
  epochs: z.int().min(0),
  bestEpoch: z.int().min(0),
  /** Mean squared error of the kept weights, standardised units squared. */
  trainLoss: z.number().min(0),
  validationLoss: z.number().min(0),
  /** The error from which a window is no longer normal, and its percentile among validation windows. */
  threshold: z.number().positive(),
  percentile: z.number(),
  /** Which error, see `ErrorModel`. */
  errorKind: z.string(),
  /** Null when no labelled windows were given. */
  test: DetectorTest.nullable(),
});

export type DetectorMetrics = z.infer<typeof DetectorMetrics>;
export type DetectorTest = z.infer<typeof DetectorTest>;
