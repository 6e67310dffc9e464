import * as z from 'zod/mini';
import { InsufficientDataError } from '../insufficient-data-error.ts';
import { fitStandardisation } from '../preprocessing/standardisation.ts';
import type { WearableModelSettings } from './model-settings.ts';
import { readSaved } from './read-saved.ts';

/** Of the wearable model's `normalization_params.json`; a reader of another version refuses it by name. */
export const normalizationParamsFormatVersion = 1;

/**
 * What turns measured features into the network's input: (value − mean) / deviation of the training windows. The
 * features after these (the calendar) pass as they are. Schema and type of `normalization_params.json`.
 */
export const NormalizationParams = z
  .strictObject({
    formatVersion: z.literal(normalizationParamsFormatVersion),
    featureNames: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
    /** Of the first features, in their order. */
    means: z.array(z.number()),
    /** Population standard deviations of the same; 0 marks a feature that never changed in training. */
    deviations: z.array(z.number().check(z.gte(0))),
  })
  .check(
    z.refine(
      ({ featureNames, means, deviations }) =>
        means.length === deviations.length && means.length <= featureNames.length,
      'needs one mean and one deviation for each standardised feature',
    ),
  );

export type NormalizationParams = z.infer<typeof NormalizationParams>;

/**
 * Learns mean and deviation of the features to be standardised.
 *
 * @param windows - of training only, row by row, shape [n, steps, features], finite, n ≥ 1
 * @throws {InsufficientDataError} when n = 0
 */
export const fitNormalizationParams = (
  windows: Float32Array,
  { featureNames, standardisedFeatures }: WearableModelSettings,
): NormalizationParams => {
  if (windows.length === 0) {
    throw new InsufficientDataError('Standardisation needs at least one training window; got none.');
  }
  const { means, deviations } = fitStandardisation(windows, featureNames.length);
  return {
    formatVersion: normalizationParamsFormatVersion,
    featureNames: [...featureNames],
    means: means.slice(0, standardisedFeatures),
    deviations: deviations.slice(0, standardisedFeatures),
  };
};

/**
 * A copy of windows as the network takes them. A feature that never changed in training becomes 0 everywhere.
 *
 * @param windows - in the features' own units, shape [n, steps, features]
 * @returns the same shape
 * @example
 * normalizeWindows(Float32Array.of(70, 0.5), { formatVersion: 1, featureNames: ['heartRate', 'hour_sin'], means: [60], deviations: [5] }) // => Float32Array.of(2, 0.5)
 */
export const normalizeWindows = (windows: Float32Array, params: NormalizationParams): Float32Array => {
  const { means, deviations } = params;
  const width = params.featureNames.length;
  const normalized = Float32Array.from(windows);
  for (let row = 0; row < normalized.length; row += width) {
    for (let feature = 0; feature < means.length; feature += 1) {
      const deviation = deviations[feature]!;
      const distance = normalized[row + feature]! - means[feature]!;
      normalized[row + feature] = deviation === 0 ? 0 : distance / deviation;
    }
  }
  return normalized;
};

/**
 * The reverse: the network's output in the features' own units.
 *
 * @param normalized - shape [n, steps, features]
 * @returns the same shape; a feature that never changed in training has its mean everywhere
 * @example
 * denormalizeWindows(Float32Array.of(2, 0.5), { formatVersion: 1, featureNames: ['heartRate', 'hour_sin'], means: [60], deviations: [5] }) // => Float32Array.of(70, 0.5)
 */
export const denormalizeWindows = (normalized: Float32Array, params: NormalizationParams): Float32Array => {
  const { means, deviations } = params;
  const width = params.featureNames.length;
  const windows = Float32Array.from(normalized);
  for (let row = 0; row < windows.length; row += width) {
    for (let feature = 0; feature < means.length; feature += 1) {
      windows[row + feature] = windows[row + feature]! * deviations[feature]! + means[feature]!;
    }
  }
  return windows;
};

/**
 * Reads a wearable model's `normalization_params.json`.
 *
 * @param saved - parsed JSON
 * @throws {UnsupportedVersionError} when it was saved by another version
 * @throws {ZodError} when it is of this version and broken
 */
export const readNormalizationParams = (saved: unknown): NormalizationParams =>
  readSaved(saved, {
    file: 'normalization_params.json',
    version: normalizationParamsFormatVersion,
    schema: NormalizationParams,
  });
