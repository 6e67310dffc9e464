import * as z from 'zod';
import type { Workspace } from '../ports/workspace.ts';
import { WrittenFile } from './dataset-files.ts';
import { PrepareTrainingDataRequest } from './prepare-request.ts';
import { PolicyCounts, SurveyCounts } from './survey-counts.ts';

const count = z.int().nonnegative();
const label = z.literal([0, 1]);

/** Where the files of one attempt lie, such as `runs/20251019_065000/`. */
export const RunPrefix = z.string().regex(/^runs\/\d{8}_\d{6}\/$/);
export const runPrefix = (timestamp: string): string => `runs/${timestamp}/`;

/** One shard of the people, as the maps hand it on. */
export const ShardItem = z.strictObject({ shard: z.string().regex(/^\d{6}$/), users: count });
export type ShardItem = z.infer<typeof ShardItem>;

/** What each step after the listing is told: the run, and where the items lie that the maps before it went through. */
export const StepRequest = z.strictObject({ run: RunPrefix, items: z.string() });
export type StepRequest = z.infer<typeof StepRequest>;

/** What each child of a map is told. */
export const ShardRequest = z.strictObject({ run: RunPrefix, item: ShardItem });
export type ShardRequest = z.infer<typeof ShardRequest>;

/** What was asked for and found before anyone was read. */
export const RunFile = z.strictObject({
  runId: z.string(),
  timestamp: z.string(),
  /** Milliseconds since 1970 UTC; the default asOf follows from it. */
  startedAt: z.int(),
  supersededTimestamps: z.array(z.string()),
  request: PrepareTrainingDataRequest.omit({ idempotencyKey: true }),
});
export type RunFile = z.infer<typeof RunFile>;

/** The shards, and whom the listing left out. */
export const ListingFile = z.strictObject({ optedOut: count, unparsableProfiles: count });

export const ShardItems = z.array(ShardItem);
export const ShardUsers = z.array(z.string());

/** Of one shard: who gave which rows, in the order of the features' file, and what was counted. */
export const IndexFile = z.strictObject({
  survey: SurveyCounts,
  labels: PolicyCounts,
  usersFailed: count,
  usersWithdrawn: count,
  rowsCensored: count,
  /** Person, cut-off (milliseconds since 1970 UTC), its local date (days since 1970-01-01), label. */
  rows: z.array(z.tuple([z.string(), z.int(), z.int(), label])),
});
export type IndexFile = z.infer<typeof IndexFile>;

/** Of one shard: the features of its rows, shape [rows][features]. */
export const FeatureFile = z.array(z.array(z.number()));

/** Of one shard: what becomes of each row; null: outside the times of its side. */
export const PlanFile = z.array(
  z.union([z.null(), z.tuple([z.enum(['train', 'validation']), z.string(), z.int().positive()])]),
);
export type PlanFile = z.infer<typeof PlanFile>;

/** What the plan found over all shards. */
export const SummaryFile = z.strictObject({
  survey: SurveyCounts,
  labels: PolicyCounts,
  usersConsidered: count,
  usersFailed: count,
  usersWithdrawn: count,
  rowsCensored: count,
  rowsExtracted: count,
  sides: z.strictObject({
    train: z.strictObject({ before: sideCounts(), after: sideCounts() }),
    validation: z.strictObject({ before: sideCounts(), after: sideCounts() }),
  }),
});
export type SummaryFile = z.infer<typeof SummaryFile>;

/** Of one part: its files and the hashes of their lines. */
export const PartFile = z.strictObject({ files: z.array(WrittenFile), lineHashes: z.array(z.string()) });

function sideCounts() {
  return z.strictObject({ negative: count, positive: count });
}

/** Keys of an attempt's files in the workspace. */
export const workKeys = (run: string) => ({
  /** Folders that hold people's ids and rows; what lies beside them is about nobody. */
  personal: ['users', 'index', 'features', 'plan', 'written'].map((folder) => `${run}${folder}/`),
  run: `${run}run.json`,
  listing: `${run}listing.json`,
  /** Of all shards; the maps read their items from it. */
  shards: `${run}shards.json`,
  /** Of the shards that have rows. */
  parts: `${run}parts.json`,
  summary: `${run}summary.json`,
  manifest: `${run}manifest.json`,
  users: (shard: string) => `${run}users/${shard}.json`,
  index: (shard: string) => `${run}index/${shard}.json`,
  features: (shard: string) => `${run}features/${shard}.json`,
  plan: (shard: string) => `${run}plan/${shard}.json`,
  part: (shard: string) => `${run}written/${shard}.json`,
});

/** @throws {WorkFileLostError} when there is no such file; z.ZodError when it has another form */
export const readWork = async <Content>(
  workspace: Pick<Workspace, 'readText'>,
  key: string,
  schema: z.ZodType<Content>,
): Promise<Content> => schema.parse(JSON.parse(await workspace.readText(key)));

export const writeWork = (
  workspace: Pick<Workspace, 'writeText'>,
  key: string,
  content: unknown,
): Promise<void> => workspace.writeText(key, JSON.stringify(content));
