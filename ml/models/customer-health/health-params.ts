import * as z from 'zod';
import { customerInputNames } from '../../features/customer/customer-columns.ts';
import { customerFeatureSchemaVersion } from '../../features/customer/customer-features.ts';
import type { FeatureTable } from '../../preprocessing/feature-table.ts';
import { fitNormalization } from '../../preprocessing/normalization.ts';
import { UnsupportedVersionError } from '../../preprocessing/unsupported-version-error.ts';

export const customerHealthModelName = 'customer-health';

/** Of this file's form; a reader of another version refuses it by name. */
export const healthParamsSchemaVersion = 1;

const perInput = z.array(z.number()).length(customerInputNames.length);

/**
 * What turns a customer's 59 inputs into those of the network: schema and type of `normalization_params.json`. An
 * unknown input becomes its median, and then each (input − mean) / std.
 */
export const HealthParams = z
  .strictObject({
    schemaVersion: z.literal(healthParamsSchemaVersion),
    modelName: z.literal(customerHealthModelName),
    /** Of the declaration of features that the model was trained with. */
    featureSchemaVersion: z.literal(customerFeatureSchemaVersion),
    featureNames: z.array(z.string()),
    median: perInput,
    mean: perInput,
    /** An input that never varied has 1, and no weight in the network. */
    std: z.array(z.number().positive()).length(customerInputNames.length),
  })
  .refine(({ featureNames }) => featureNames.join() === customerInputNames.join(), {
    path: ['featureNames'],
    message: `must be the ${customerInputNames.length} inputs of this release, in their order`,
  });

export type HealthParams = z.infer<typeof HealthParams>;

/**
 * Learns medians, means and standard deviations from training customers.
 *
 * @param table - encoded, at least one row, columns in the order of `customerInputNames`; NaN is unknown
 * @throws {TableError} when there is no row
 */
export const fitHealthParams = (table: Omit<FeatureTable, 'labels'>): HealthParams => {
  const { featureNames, medians, means, deviations } = fitNormalization(table);
  return {
    schemaVersion: healthParamsSchemaVersion,
    modelName: customerHealthModelName,
    featureSchemaVersion: customerFeatureSchemaVersion,
    featureNames,
    median: medians,
    mean: means,
    std: deviations.map((deviation) => (deviation === 0 ? 1 : deviation)),
  };
};

/**
 * Inputs as the network takes them.
 *
 * @param values - row by row, shape [n × 59]; NaN is unknown; left as it was
 * @returns shape [n × 59], finite
 */
export const normalizeInputs = (values: Float64Array, { median, mean, std }: HealthParams): Float64Array =>
  values.map((value, cell) => {
    const column = cell % mean.length;
    const known = Number.isNaN(value) ? (median[column] as number) : value;
    return (known - (mean[column] as number)) / (std[column] as number);
  });

const Versions = z.looseObject({
  schemaVersion: z.unknown(),
  modelName: z.unknown(),
  featureSchemaVersion: z.unknown(),
});

/**
 * Reads a saved `normalization_params.json`.
 *
 * @param saved - parsed JSON
 * @throws {UnsupportedVersionError} when it belongs to another model, or is of another version
 * @throws {ZodError} when it is of this version and broken
 */
export const readHealthParams = (saved: unknown): HealthParams => {
  const found = Versions.safeParse(saved).data;
  const expected = {
    schemaVersion: healthParamsSchemaVersion,
    modelName: customerHealthModelName,
    featureSchemaVersion: customerFeatureSchemaVersion,
  };
  for (const [name, wanted] of Object.entries(expected)) {
    const value = found?.[name];
    if (value === wanted) continue;
    throw new UnsupportedVersionError(
      `normalization_params.json has ${name} ${JSON.stringify(value)}; this reader knows ${JSON.stringify(wanted)}. ` +
        'Train the model again, or use the release that saved it.',
      { expected: wanted, found: value },
    );
  }
  return HealthParams.parse(saved);
};
