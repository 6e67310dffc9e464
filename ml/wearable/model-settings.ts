import * as z from 'zod';
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
    formatVersion: z.literal(modelSettingsFormatVersion).default(modelSettingsFormatVersion),
    /** In the order of a window's columns; those to be standardised first. */
    featureNames: z
      .array(z.string().min(1))
      .min(1)
      .default([...wearableFeatureNames]),
    /** Samples in a window. */
    stepsPerWindow: z.int().min(2).default(60),
    /** Samples between the starts of two training windows. */
    strideSteps: z.int().min(1).default(2),
    /** How often the watch measures. */
    sampleIntervalSeconds: z.number().positive().default(5),
    /** A longer silence ends a window; a missing value is carried no further. */
    maxGapSeconds: z.number().positive().default(60),
    /** How many of the features, from the first, are measurements: standardised, and judged by the score. */
    standardisedFeatures: z.int().min(1).default(4),
  })
  .refine(
    ({ featureNames, standardisedFeatures }) => standardisedFeatures <= featureNames.length,
    'has fewer features than are to be standardised',
  )
  .refine(({ featureNames }) => new Set(featureNames).size === featureNames.length, 'names a feature twice');

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
