import * as z from 'zod';

/** What kind of values a feature has; the enumeration of the data preparation guide. */
export const FeatureType = z.enum(['numerical', 'categorical', 'temporal', 'text', 'sequence', 'aggregated']);
export type FeatureType = z.infer<typeof FeatureType>;

/** What a model does with a feature set. */
export const ModelType = z.enum([
  'classification',
  'regression',
  'multi-task',
  'clustering',
  'anomaly-detection',
  'time-series',
  'recommendation',
  'language',
]);
export type ModelType = z.infer<typeof ModelType>;

/** The kinds of preprocessing that the guide names; a pipeline says how each is done. */
export const PreprocessingType = z.enum([
  'imputation',
  'scaling',
  'encoding',
  'feature-selection',
  'dimensionality-reduction',
]);
export type PreprocessingType = z.infer<typeof PreprocessingType>;

/** Semantic version of three numbers without leading zeros. */
export const SemanticVersion = z.string().regex(/^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/, {
  error: 'a semantic version such as 1.0.0',
});

/** A name that programs use: of a feature set, a dataset, a model. */
export const Slug = z.string().regex(/^[a-z0-9](?:-?[a-z0-9]){0,63}$/, {
  error: '1 to 64 of a–z, 0–9 and single hyphens within',
});

const columnName = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,127}$/, {
  error: 'a name of up to 128 letters, digits, _, . and -, beginning with a letter',
});

/** What a value must be for a row to be taken; bounds are in the feature's own unit, both included. */
export const ValidationRules = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  allowed: z.array(z.string().max(256)).min(1).max(1000).optional(),
  /** Of the rows, 0 to 1. */
  maxMissingShare: z.number().min(0).max(1).optional(),
});
export type ValidationRules = z.infer<typeof ValidationRules>;

/** One feature: where its values come from, and what may be done with them. */
export const FeatureDefinition = z.strictObject({
  name: columnName,
  type: FeatureType,
  source: z.strictObject({ table: columnName, column: columnName }),
  description: z.string().max(500).default(''),
  preprocessing: z.array(PreprocessingType).max(5).default([]),
  validation: ValidationRules.default({}),
  required: z.boolean().default(true),
  /** Stands in where there is no value. */
  default: z.union([z.number(), z.string().max(256), z.boolean(), z.null()]).default(null),
});
export type FeatureDefinition = z.infer<typeof FeatureDefinition>;

/** One version of a set of features with its target, as it is kept. */
export const FeatureSet = z.strictObject({
  featureSetId: Slug,
  version: SemanticVersion,
  name: z.string().min(1).max(120),
  description: z.string().max(1000),
  features: z.array(FeatureDefinition).min(1).max(500),
  target: columnName,
  modelType: ModelType,
  /** ISO 8601. */
  createdAt: z.string(),
});
export type FeatureSet = z.infer<typeof FeatureSet>;
