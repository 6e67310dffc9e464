import type { Clock } from '../shared/ports/clock.ts';
import type { DatasetRuns } from '../shared/ports/dataset-runs.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { UserStream } from '../shared/ports/user-directory.ts';
import type { Workspace } from '../shared/ports/workspace.ts';
import { claimAttempt } from '../shared/training-dataset/claim-attempt.ts';
import { SupersededError } from '../shared/training-dataset/dataset-errors.ts';
import { type PipelineInput, writtenParameters } from '../shared/training-dataset/pipeline-input.ts';
import { hashParameters } from '../shared/training-dataset/run-identity.ts';
import { runPrefix, type ShardItem, workKeys, writeWork } from '../shared/training-dataset/work-files.ts';

export interface ListTrainingShardsDeps {
  readonly users: UserStream;
  readonly runs: DatasetRuns;
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly usersPerShard: number;
}

/** Where the run's files lie, and the file of its shards. */
export interface ShardsListed {
  readonly run: string;
  readonly items: string;
}

/**
 * Opens the run under a timestamp of its own and puts everyone whose data may be used into shards, each a file of
 * ids, in bounded memory.
 *
 * @throws {IdempotencyConflictError} when the run has other parameters
 * @throws {SupersededError} when somebody else has finished it meanwhile
 */
export const makeListTrainingShards =
  (deps: ListTrainingShardsDeps) =>
  async ({ runId, request }: PipelineInput): Promise<ShardsListed> => {
    const { workspace } = deps;
    const attempt = await claimAttempt(deps, { runId, requestHash: hashParameters(request) });
    if (attempt.state !== 'open') throw new SupersededError();
    const run = runPrefix(attempt.timestamp);
    const keys = workKeys(run);
    const { timestamp, startedAt, supersededTimestamps } = attempt;
    const facts = { runId, timestamp, startedAt, supersededTimestamps, request: writtenParameters(request) };
    await writeWork(workspace, keys.run, facts);
    const shards: ShardItem[] = [];
    const listing = await deps.users.forEachList(deps.usersPerShard, async (userIds) => {
      const shard = String(shards.length).padStart(6, '0');
      shards.push({ shard, users: userIds.length });
      await writeWork(workspace, keys.users(shard), userIds);
    });
    await writeWork(workspace, keys.listing, listing);
    await writeWork(workspace, keys.shards, shards);
    const usersAdmitted = shards.reduce((sum, { users }) => sum + users, 0);
    deps.telemetry.info('users listed', { usersAdmitted, shards: shards.length });
    return { run, items: keys.shards };
  };
