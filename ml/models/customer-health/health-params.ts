import * as z from 'zod';
import { customerInputNames } from '../../features/customer/customer-columns.ts';
import { customerFeatureSchemaVersion, customerFeatures } from '../../features/customer/customer-features.ts';
import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { fitMedians, imputeMedians } from '../../preprocessing/median-imputation.ts';
import { fitStandardisation } from '../../preprocessing/standardisation.ts';
import { UnsupportedVersionError } from '../../preprocessing/unsupported-version-error.ts';

export const customerHealthModelName = 'customer-health';

/** Of this file's form; a reader of another version refuses it by name. */
export const healthParamsSchemaVersion = 2;

/** Times, waits and sums: their ratios matter, and few customers have most of them. */
const logarithmic = new Set<string>(
  customerFeatures.filter(({ unit }) => ['days', 'hours', 'currency'].includes(unit)).map(({ name }) => name),
);

/** Lifetime counts that say how often when divided by the tenure, which a network finds hard to do. */
const perDay = new Set<string>(['total_sessions']);
const tenure = customerInputNames.indexOf('customer_tenure_days');
/** Counted in beforehand, so that the rate of who signed up yesterday is no extreme: one in so many days. */
const countBefore = 1;
const daysBefore = 4;

const perInput = z.array(z.number()).length(customerInputNames.length);

/**
 * What turns a customer's 59 inputs into those of the network: schema and type of `normalization_params.json`. An
 * unknown input becomes its median; one per day (1 + input) / (4 + customer_tenure_days); a logarithmic one
 * ln(1 + input); and then each (input − mean) / std.
 */
export const HealthParams = z
  .strictObject({
    schemaVersion: z.literal(healthParamsSchemaVersion),
    modelName: z.literal(customerHealthModelName),
    /** Of the declaration of features that the model was trained with. */
    featureSchemaVersion: z.literal(customerFeatureSchemaVersion),
    featureNames: z.array(z.string()),
    median: perInput,
    perDay: z.array(z.boolean()).length(customerInputNames.length),
    logarithmic: z.array(z.boolean()).length(customerInputNames.length),
    mean: perInput,
    /** An input that never varied has 1, and no weight in the network. */
    std: z.array(z.number().positive()).length(customerInputNames.length),
  })
  .refine(({ featureNames }) => featureNames.join() === customerInputNames.join(), {
    path: ['featureNames'],
    message: `must be the ${customerInputNames.length} inputs of this release, in their order`,
  });

export type HealthParams = z.infer<typeof HealthParams>;

type Flags = Pick<HealthParams, 'perDay' | 'logarithmic'>;

/** Rates and logarithms of inputs, none of which is below 0 where it is flagged. */
const transformed = (values: Float64Array, flags: Flags): Float64Array =>
  values.map((value, cell) => {
    const column = cell % customerInputNames.length;
    if (flags.perDay[column]) return (value + countBefore) / (values[cell - column + tenure]! + daysBefore);
    return flags.logarithmic[column] ? Math.log1p(value) : value;
  });

/**
 * Learns medians, means and standard deviations from training customers.
 *
 * @param inputs - encoded, row by row, shape [n × 59]; NaN is unknown
 * @throws {InsufficientDataError} when n = 0
 */
export const fitHealthParams = (inputs: Float64Array): HealthParams => {
  if (inputs.length === 0)
    throw new InsufficientDataError('Normalisation needs at least one customer; got none.');
  const width = customerInputNames.length;
  const median = fitMedians(inputs, width);
  const flags = {
    perDay: customerInputNames.map((name) => perDay.has(name)),
    logarithmic: customerInputNames.map((name) => logarithmic.has(name)),
  };
  const filled = transformed(imputeMedians(inputs, median), flags);
  const { means, deviations } = fitStandardisation(filled, width);
  return {
    schemaVersion: healthParamsSchemaVersion,
    modelName: customerHealthModelName,
    featureSchemaVersion: customerFeatureSchemaVersion,
    featureNames: [...customerInputNames],
    median,
    ...flags,
    mean: [...means],
    std: deviations.map((deviation) => (deviation === 0 ? 1 : deviation)),
  };
};

/**
 * Inputs as the network takes them.
 *
 * @param values - row by row, shape [n × 59]; NaN is unknown; left as it was
 * @returns shape [n × 59], finite
 */
export const normalizeInputs = (values: Float64Array, params: HealthParams): Float64Array => {
  const { median, mean, std } = params;
  return transformed(imputeMedians(values, median), params).map((value, cell) => {
    const column = cell % mean.length;
    return (value - mean[column]!) / std[column]!;
  });
};

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
