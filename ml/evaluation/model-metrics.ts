import * as z from 'zod';

/** Of `metrics.json`; a reader of another version refuses it by name. */
export const modelMetricsSchemaVersion = 1;

const share = z.number().min(0).max(1);

/** A figure between 0 and 1 with its 95 % percentile bootstrap interval, persons resampled. */
export const Estimate = z.strictObject({ value: share, low: share, high: share });

/** AUC of the model minus AUC of a baseline on the same rows, with its 95 % paired bootstrap interval. */
const AucDifference = z.strictObject({
  difference: z.number().min(-1).max(1),
  low: z.number().min(-1).max(1),
  high: z.number().min(-1).max(1),
});

export const BaselineMetrics = z.strictObject({ auc: Estimate, aucDifference: AucDifference });

/** Weighted counts: a person with several distinct rows counts as one, so these need not be whole numbers. */
const Confusion = z.strictObject({
  truePositives: z.number().min(0),
  falsePositives: z.number().min(0),
  trueNegatives: z.number().min(0),
  falseNegatives: z.number().min(0),
});

/**
 * What a trained classifier is worth on persons it has never seen: schema and type of `metrics.json`.
 *
 * Each person of the validation file weighs 1, at natural prevalence: copies are collapsed, and a person with n
 * distinct rows has each weighted 1/n. `precision`, `recall`, `specificity`, `f1` and `confusion` are at
 * `threshold`, which was chosen on training persons. Holds no time and no name, so that the same data and seed
 * give the same bytes.
 */
export const ModelMetrics = z.strictObject({
  schemaVersion: z.literal(modelMetricsSchemaVersion),
  /** As in the model registry. */
  modelName: z.string().min(1),
  /** Distinct persons and distinct rows of the validation file. */
  persons: z.int().min(1),
  rows: z.int().min(1),
  /** Weighted share of label 1 among the validation rows. */
  prevalence: share,
  trainPersons: z.int().min(1),
  trainRows: z.int().min(1),
  features: z.int().min(1),
  seed: z.int(),
  /** Digest of the sorted rows that the job was started for; null when none was given. */
  rowsSha256: z.string().nullable(),
  /** Calibrated probability from which a row counts as positive. */
  threshold: share,
  auc: Estimate,
  prAuc: Estimate,
  precision: Estimate,
  recall: Estimate,
  specificity: Estimate,
  f1: Estimate,
  brier: Estimate,
  /** Mean distance between predicted and observed share over ten equal-width bins. */
  calibrationError: share,
  confusion: Confusion,
  baselines: z.strictObject({
    logisticRegression: BaselineMetrics,
    /** Lower mean mood of the last seven days = higher risk; null without a column `mood_mean_7day`. */
    lastWeekMood: BaselineMetrics.nullable(),
  }),
});

export type ModelMetrics = z.infer<typeof ModelMetrics>;
export type Estimate = z.infer<typeof Estimate>;
export type AucDifference = z.infer<typeof AucDifference>;
export type BaselineMetrics = z.infer<typeof BaselineMetrics>;
