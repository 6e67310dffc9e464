import { type PlannedRow, planDataset } from '../../ml/datasets/plan-dataset.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { SecretSource } from '../shared/ports/secret-source.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { Workspace } from '../shared/ports/workspace.ts';
import { requireRows, requireUsers } from '../shared/training-dataset/require-enough.ts';
import {
  type PlanFile,
  RunFile,
  readWork,
  ShardItems,
  type StepRequest,
  type SummaryFile,
  workKeys,
  writeWork,
} from '../shared/training-dataset/work-files.ts';
import { gatherShards, type IndexedRow } from './gather-shards.ts';

export interface PlanTrainingPartsDeps {
  readonly workspace: Workspace;
  readonly sampleSecret: SecretSource;
  readonly telemetry: Telemetry;
}

export interface PartsPlanned {
  readonly run: string;
  readonly items: string;
}

const filesAtOnce = 16;

/**
 * Adds up what the shards found, refuses what is too little or too broken to learn from, and decides of every row
 * which side it is on, what its sample is called and how often it is written: by ids and labels alone, so that it
 * holds no features, and the same whatever the shards.
 *
 * @throws {TooManyFailuresError} when more users failed than the request allows
 * @throws {InsufficientUsersError | InsufficientSamplesError | SingleClassError} when there is too little to learn
 */
export const makePlanTrainingParts =
  (deps: PlanTrainingPartsDeps) =>
  async ({ run }: StepRequest): Promise<PartsPlanned> => {
    const { workspace } = deps;
    const keys = workKeys(run);
    const { request } = await readWork(workspace, keys.run, RunFile);
    const shards = await readWork(workspace, keys.shards, ShardItems);
    const { rows, usersTried, ...found } = await gatherShards(workspace, run, shards);
    const { survey, usersConsidered, rowsCensored } = found;
    const surveyed = { request, counts: survey, usersConsidered, usersTried };
    requireUsers(surveyed);
    requireRows(surveyed, { usersFailed: found.usersFailed, rows: rows.length, rowsCensored });

    const plan = planDataset(rows, { ...request, secret: await deps.sampleSecret.read() });
    const files = planFiles(rows, plan);
    const parts = shards.filter(({ shard }) => files.has(shard));
    await mapWithLimit(parts, filesAtOnce, ({ shard }) =>
      writeWork(workspace, keys.plan(shard), files.get(shard)),
    );
    await writeWork(workspace, keys.parts, parts);
    const usersFailed = survey.usersFailed + found.usersFailed;
    const summary: SummaryFile = { ...found, usersFailed, rowsExtracted: rows.length, sides: plan.counts };
    await writeWork(workspace, keys.summary, summary);
    deps.telemetry.count('UsersConsidered', usersConsidered);
    deps.telemetry.count('UsersFailed', usersFailed);
    deps.telemetry.count('RowsCensored', rowsCensored);
    deps.telemetry.info('parts planned', { ...survey, rows: rows.length, parts: parts.length });
    return { run, items: keys.parts };
  };

/** For each shard with rows, what becomes of them, in their order. */
const planFiles = (
  rows: readonly IndexedRow[],
  plan: Readonly<Record<'train' | 'validation', readonly PlannedRow<IndexedRow>[]>>,
): ReadonlyMap<string, PlanFile> => {
  const files = new Map<string, PlanFile>();
  for (const { shard } of rows) {
    const file = files.get(shard) ?? [];
    file.push(null);
    files.set(shard, file);
  }
  for (const side of ['train', 'validation'] as const) {
    for (const { row, sampleId, copies } of plan[side]) {
      const file = files.get(row.shard) ?? [];
      file[row.position] = [side, sampleId, copies];
    }
  }
  return files;
};
