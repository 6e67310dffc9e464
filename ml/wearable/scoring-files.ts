import * as z from 'zod/mini';
import { detectorModelName } from '../evaluation/detector-model-name.ts';
import { readSaved } from './read-saved.ts';

/** Of `metadata.json`; a reader of another version refuses it by name. */
export const publishedModelFormatVersion = 1;

/** What scoring needs of a model; a published version holds all of them. */
export const scoringFiles = [
  'model.json',
  'weights.bin',
  'threshold.json',
  'normalization_params.json',
  'model_settings.json',
] as const;

export type ScoringFile = (typeof scoringFiles)[number];

const FileDigest = z.strictObject({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.gte(1)),
});

/** Size and digest of a model's files by name; the scoring files at least. */
export const FileDigests = z
  .record(z.string(), FileDigest)
  .check(
    z.refine(
      (files) => scoringFiles.every((name) => Object.hasOwn(files, name)),
      `must name ${scoringFiles.join(', ')}`,
    ),
  );

export type FileDigests = z.infer<typeof FileDigests>;

/**
 * Of `metadata.json` (`PublishedModel`) what scoring goes by. What the model is worth, which takes a fifth of all
 * schemas of a cold start to read, is for people.
 */
const ScoringMetadata = z.object({
  formatVersion: z.literal(publishedModelFormatVersion),
  modelName: z.literal(detectorModelName),
  files: FileDigests,
});

/**
 * Reads from a version's `metadata.json` what its files are to be.
 *
 * @param saved - parsed JSON
 * @throws {UnsupportedVersionError} when it was saved by another version
 * @throws {ZodError} when it is of this version and broken
 */
export const readFileDigests = (saved: unknown): FileDigests =>
  readSaved(saved, { file: 'metadata.json', version: publishedModelFormatVersion, schema: ScoringMetadata })
    .files;
