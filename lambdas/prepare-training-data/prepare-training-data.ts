import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type {
  CompleteRun,
  DatasetRun,
  DatasetRuns,
  OpenRun,
  SealedRun,
} from '../shared/ports/dataset-runs.ts';
import type { TrainingPipelines } from '../shared/ports/training-pipelines.ts';
import type { TrainingTrigger } from '../shared/ports/training-trigger.ts';
import type { UserDirectory, UserListing } from '../shared/ports/user-directory.ts';
import type { Workspace } from '../shared/ports/workspace.ts';
import { claimAttempt } from '../shared/training-dataset/claim-attempt.ts';
import { discardAttempts } from '../shared/training-dataset/discard-attempts.ts';
import { pipelineInputText } from '../shared/training-dataset/pipeline-input.ts';
import type {
  DatasetParameters,
  PrepareTrainingDataRequest,
} from '../shared/training-dataset/prepare-request.ts';
import { publishRun } from '../shared/training-dataset/publish-run.ts';
import { findRun, identifyRun } from '../shared/training-dataset/run-identity.ts';
import { sealAttempt } from '../shared/training-dataset/seal-attempt.ts';
import { startTraining } from '../shared/training-dataset/start-training.ts';
import { buildDataset, type DatasetBuilding } from './build-dataset.ts';
import type { PrepareTrainingDataResult } from './schema.ts';
import { startPipeline } from './start-pipeline.ts';

export interface PrepareTrainingDataDeps extends DatasetBuilding {
  readonly users: UserDirectory;
  readonly runs: DatasetRuns;
  readonly training: TrainingTrigger;
  readonly pipelines: TrainingPipelines;
  readonly workspace: Pick<Workspace, 'readText'>;
  readonly clock: Clock;
  /** With more people than this, the pipeline does it. */
  readonly directModeMaxUsers: number;
}

/**
 * From the app's table to a labelled, anonymised, balanced dataset and a training job on it, exactly once per
 * idempotencyKey however often it is invoked or killed (docs/exactly-once.md). What is too much for one function is
 * handed to the training pipeline, and the answer says so.
 *
 * The use case also takes the invocation's id, which stands in for a missing key.
 */
export const makePrepareTrainingData =
  (deps: PrepareTrainingDataDeps) =>
  async (request: PrepareTrainingDataRequest, invocationId: string): Promise<PrepareTrainingDataResult> => {
    requirePast(request, deps.clock);
    const run = identifyRun(request, invocationId);
    const known = await findRun(deps.runs, run);
    if (known !== undefined && known.state !== 'open') return finish(deps, run.parameters, known);
    const listing = await deps.users.list(deps.directModeMaxUsers);
    if (listing !== 'too-many') {
      const claimed = await claimAttempt(deps, run);
      const made =
        claimed.state === 'open'
          ? await build(deps, listing, { request: run.parameters, run: claimed })
          : claimed;
      return finish(deps, run.parameters, made);
    }
    const input = pipelineInputText({ runId: run.runId, request: run.parameters });
    const execution = await startPipeline(deps.pipelines, request.idempotencyKey ?? invocationId, input);
    const done = execution.status === 'succeeded' ? await findRun(deps.runs, run) : undefined;
    if (done !== undefined && done.state !== 'open') return finish(deps, run.parameters, done);
    const { executionArn, name } = execution;
    deps.telemetry.info('handed to the pipeline', { executionName: name });
    return { status: 'RUNNING', executionArn, executionName: name };
  };

const requirePast = ({ asOf }: PrepareTrainingDataRequest, clock: Clock): void => {
  if (asOf === undefined || asOf < clock.now()) return;
  throw new InvalidRequestError([
    {
      field: 'asOf',
      allowed: 'in the past, so that something is known of what followed',
      arrived: 'a later instant',
    },
  ]);
};

const build = async (
  deps: PrepareTrainingDataDeps,
  listing: UserListing,
  { request, run }: { readonly request: DatasetParameters; readonly run: OpenRun },
): Promise<SealedRun | CompleteRun> => {
  const discardOwn = (userIds: readonly string[]) => discardAttempts(deps, [run.timestamp], userIds);
  const built = await buildDataset(deps, listing, { request, run }).catch(async (error: unknown) => {
    await discardOwn([]);
    throw error;
  });
  const sealing = {
    ...deps,
    discardOwn: () => discardOwn(built.userIds),
    discardSuperseded: () => discardAttempts(deps, run.supersededTimestamps, built.userIds),
  };
  return sealAttempt(sealing, run, { manifest: built.manifest, answer: JSON.stringify(built.answer) });
};

const finish = async (
  deps: PrepareTrainingDataDeps,
  request: DatasetParameters,
  run: Exclude<DatasetRun, OpenRun>,
): Promise<PrepareTrainingDataResult> => {
  if (run.state === 'complete') return startTraining(deps, request, run);
  const complete = await publishRun(deps, run);
  await discardAttempts(deps, run.supersededTimestamps, []);
  return startTraining(deps, request, complete);
};
