import * as z from 'zod/mini';
import { wearableFeatureNames } from './health-sample.ts';
import { readSaved } from './read-saved.ts';

/** Of `model_settings.json`; a reader of another version refuses it by name. */
export const modelSettingsFormatVersion = 1;

/**
 * What a wearable model is fed: which features, how many samples a window holds and how far apart they may lie.
 * Schema and type of `model_settings.json`. Every field has a default, so that `{}` describes the seed's model.
 */
export const WearableModelSettings = z
  .strictObject({
    formatVersion: z._default(z.literal(modelSettingsFormatVersion), modelSettingsFormatVersion),
    /** In the order of a window's columns; those to be standardised first. */
    featureNames: z._default(z.array(z.string().check(z.minLength(1))).check(z.minLength(1)), [
      ...wearableFeatureNames,
    ]),
    /** Samples in a window. */
    stepsPerWindow: z._default(z.int().check(z.gte(2)), 60),
    /** Samples between the starts of two training windows. */
    strideSteps: z._default(z.int().check(z.gte(1)), 2),
    /** How often the watch measures. */
    sampleIntervalSeconds: z._default(z.number().check(z.positive()), 5),
    /** A longer silence ends a window; a missing value is carried no further. */
    maxGapSeconds: z._default(z.number().check(z.positive()), 60),
    /** How many of the features, from the first, are measurements: standardised, and judged by the score. */
    standardisedFeatures: z._default(z.int().check(z.gte(1)), 4),
  })
  .check(
    z.refine(
      ({ featureNames, standardisedFeatures }) => standardisedFeatures <= featureNames.length,
      'has fewer features than are to be standardised',
    ),
    z.refine(
      ({ featureNames }) => new Set(featureNames).size === featureNames.length,
      'names a feature twice',
    ),
  );

export type WearableModelSettings = z.infer<typeof WearableModelSettings>;

/** The seed's model: 60 samples of seven features at 5 s. */
export const defaultModelSettings: WearableModelSettings = WearableModelSettings.parse({});

/**
 * Reads a saved `model_settings.json`.
 *
 * @param saved - parsed JSON
 * @throws {UnsupportedVersionError} when it was saved by another version
 * @throws {ZodError} when it is of this version and broken
 * @example
 * readModelSettings({ formatVersion: 1 }).stepsPerWindow // => 60
 */
export const readModelSettings = (saved: unknown): WearableModelSettings =>
  readSaved(saved, {
    file: 'model_settings.json',
    version: modelSettingsFormatVersion,
    schema: WearableModelSettings,
  });
