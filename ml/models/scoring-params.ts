import * as z from 'zod';
import { Normalization } from '../preprocessing/normalization.ts';
import { UnsupportedVersionError } from '../preprocessing/unsupported-version-error.ts';

/** Of `normalization_params.json`; a reader of another version refuses it by name. */
export const scoringParamsSchemaVersion = 1;

/**
 * What stands around the network: raw features become its input by `normalization`, its log-odds become a
 * probability by `calibration` (Platt), and a row counts as positive from `threshold` on. Schema and type of
 * `normalization_params.json`.
 */
export const ScoringParams = z.strictObject({
  schemaVersion: z.literal(scoringParamsSchemaVersion),
  modelName: z.string().min(1),
  normalization: Normalization,
  calibration: z.strictObject({ slope: z.number().positive(), intercept: z.number() }),
  threshold: z.number().min(0).max(1),
});

export type ScoringParams = z.infer<typeof ScoringParams>;

/**
 * Reads a saved `normalization_params.json`.
 *
 * @param saved - parsed JSON
 * @throws {UnsupportedVersionError} when it was saved by another version
 * @throws {ZodError} when it is of this version and broken
 */
export const readScoringParams = (saved: unknown): ScoringParams => {
  const version = z.looseObject({ schemaVersion: z.unknown() }).safeParse(saved).data?.schemaVersion;
  if (version !== scoringParamsSchemaVersion) {
    throw new UnsupportedVersionError(
      `normalization_params.json of schema version ${JSON.stringify(version)} cannot be read; this reader knows ` +
        `version ${scoringParamsSchemaVersion}. Train the model again, or use the release that saved it.`,
      { expected: scoringParamsSchemaVersion, found: version },
    );
  }
  return ScoringParams.parse(saved);
};
