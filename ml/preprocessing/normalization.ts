import * as z from 'zod';
import type { FeatureTable } from './feature-table.ts';
import { fitMedians, imputeMedians } from './median-imputation.ts';
import { fitStandardisation, standardise } from './standardisation.ts';
import { TableError } from './table-error.ts';
import { UnsupportedVersionError } from './unsupported-version-error.ts';

/** Of what `fitNormalization` gives; a reader of another version refuses it by name. */
export const normalizationSchemaVersion = 1;

/** What turns raw features into what the model was trained on; each list has one entry per feature. */
export const Normalization = z
  .strictObject({
    schemaVersion: z.literal(normalizationSchemaVersion),
    featureNames: z.array(z.string()).min(1),
    medians: z.array(z.number()),
    means: z.array(z.number()),
    deviations: z.array(z.number().min(0)),
  })
  .refine(
    ({ featureNames, medians, means, deviations }) =>
      [medians, means, deviations].every((list) => list.length === featureNames.length),
    'needs one median, mean and deviation per feature',
  );

export type Normalization = z.infer<typeof Normalization>;

/**
 * Learns median imputation and standardisation from training rows.
 *
 * @param table - training rows only, at least one
 * @throws {TableError} when there is no row
 * @example
 * fitNormalization({ featureNames: ['x'], ids: ['a', 'b'], labels: new Uint8Array(2), values: new Float64Array([1, 3]) }).means // => [2]
 */
export const fitNormalization = (table: Omit<FeatureTable, 'labels'>): Normalization => {
  if (table.ids.length === 0)
    throw new TableError('Normalisation needs at least one training row; got none.');
  const width = table.featureNames.length;
  const medians = fitMedians(table.values, width);
  const { means, deviations } = fitStandardisation(imputeMedians(table.values, medians), width);
  return {
    schemaVersion: normalizationSchemaVersion,
    featureNames: [...table.featureNames],
    medians,
    means: [...means],
    deviations: [...deviations],
  };
};

/**
 * Missing cells filled and columns standardised with what was learned in training.
 *
 * @param values - row by row, shape [rows × features], columns in the order of `featureNames`; NaN is missing
 * @param normalization - from `fitNormalization`
 * @returns shape [rows × features], finite; the argument is left alone
 */
export const normalize = (values: Float64Array, normalization: Normalization): Float64Array =>
  standardise(imputeMedians(values, normalization.medians), normalization);

/**
 * Reads saved normalisation.
 *
 * @param saved - parsed JSON
 * @throws {UnsupportedVersionError} when it was saved by another version
 * @throws {ZodError} when it is of this version and broken
 */
export const readNormalization = (saved: unknown): Normalization => {
  const version = z.looseObject({ schemaVersion: z.unknown() }).safeParse(saved).data?.schemaVersion;
  if (version !== normalizationSchemaVersion) {
    throw new UnsupportedVersionError(
      `Normalisation of schema version ${JSON.stringify(version)} cannot be read; this reader knows version ` +
        `${normalizationSchemaVersion}. Train the model again, or use the release that saved it.`,
      { expected: normalizationSchemaVersion, found: version },
    );
  }
  return Normalization.parse(saved);
};
