import * as z from 'zod';
import { PreprocessingSteps } from '../../preprocessing/pipeline/preprocessing-step.ts';
import { Cell } from '../../preprocessing/pipeline/row.ts';
import { SemanticVersion, Slug } from '../feature-set.ts';
import { DatasetSchema } from './dataset-schema.ts';
import { Bump } from './propose-version.ts';
import { VersionStatistics } from './version-statistics.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

export const VersionFile = z.strictObject({
  /** What it is: raw.jsonl, train.csv, test.csv, pipeline.json. */
  name: z.string().min(1),
  sha256: Sha256,
  bytes: Count,
  /** Lines that are rows; absent where it has none. */
  rows: Count.optional(),
  contentType: z.string(),
  /** Where another part of the system keeps it, s3://…; absent for objects of this store. */
  location: z.string().startsWith('s3://').optional(),
});
export type VersionFile = z.infer<typeof VersionFile>;

/** Everything that decides how rows become files. */
export const VersionParameters = z.strictObject({
  targetColumn: z.string().optional(),
  /** The value of the target that becomes 1; absent: the rarer of two. */
  positive: Cell.optional(),
  timeColumn: z.string().optional(),
  steps: PreprocessingSteps,
  split: z.strictObject({ testShare: z.number().min(0.05).max(0.5), seed: z.int() }),
  featureSet: z.strictObject({ id: z.string(), version: z.string() }).optional(),
});
export type VersionParameters = z.infer<typeof VersionParameters>;

/** What a version was made from. */
export const VersionInputs = z.strictObject({
  source: z.enum(['rows', 'csv', 'upload', 'users', 'registered', 'erasure']),
  /** The moment as of which people's data was read, ISO 8601; absent where rows were given. */
  asOf: z.iso.datetime({ offset: true }).optional(),
  /** People or rows left out, by reason. */
  excluded: z.record(z.string(), Count),
});
export type VersionInputs = z.infer<typeof VersionInputs>;

/** All that decides a version's content; equal contents give equal hashes, whenever and in whatever order they came. */
export const VersionContent = z.strictObject({
  files: z.array(VersionFile).min(1),
  schema: DatasetSchema,
  /** Features as a model is given them, in order; empty where nothing was prepared. */
  preparedColumns: z.array(z.string()),
  /** Of a target of two values: which became 0 and which 1. */
  classes: z.tuple([Cell, Cell]).optional(),
  parameters: VersionParameters,
  /** Of the code that prepared it; another number may make other bytes of the same rows. */
  codeVersion: z.int().positive(),
});
export type VersionContent = z.infer<typeof VersionContent>;

/** What one version of a dataset is, and where it comes from. Written once, never changed. It names nobody it is about. */
export const VersionManifest = z.strictObject({
  schemaVersion: z.literal(1),
  datasetId: Slug,
  version: SemanticVersion,
  /** The version before it; absent for the first. */
  parent: SemanticVersion.optional(),
  contentHash: Sha256,
  ...VersionContent.shape,
  statistics: VersionStatistics,
  inputs: VersionInputs,
  createdAt: z.iso.datetime(),
  /** Who asked for it: the pseudonym of a user in the audit trail, or a task of ours. */
  createdBy: z.string(),
  /** Why, in the words of who asked. */
  reason: z.string(),
  /** How the number was found. */
  step: z.strictObject({
    bump: Bump.optional(),
    because: z.enum(['first', 'schema', 'rows', 'parameters', 'rebuild', 'override']),
    /** Why not the number that was proposed. */
    overrideReason: z.string().optional(),
  }),
});
export type VersionManifest = z.infer<typeof VersionManifest>;

/** A manifest as it is stored: indented JSON with a final newline. */
export const versionManifestText = (manifest: VersionManifest): string =>
  `${JSON.stringify(manifest, null, 2)}\n`;
