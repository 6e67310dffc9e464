import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { CompleteRun, DatasetRuns, OpenRun, SealedRun } from '../shared/ports/dataset-runs.ts';
import type { TrainingTrigger } from '../shared/ports/training-trigger.ts';
import { buildDataset, type DatasetBuilding } from './build-dataset.ts';
import { claimAttempt } from './claim-attempt.ts';
import { SupersededError } from './dataset-errors.ts';
import { datasetKeys } from './dataset-keys.ts';
import { discardAttempts } from './discard-attempts.ts';
import type { PrepareTrainingDataRequest, PrepareTrainingDataResult } from './schema.ts';
import { startTraining } from './start-training.ts';

export interface PrepareTrainingDataDeps extends DatasetBuilding {
  readonly runs: DatasetRuns;
  readonly training: TrainingTrigger;
  readonly clock: Clock;
}

/**
 * From the app's table to a labelled, anonymised, balanced dataset and a training job on it, exactly once per
 * idempotencyKey however often it is invoked or killed (docs/exactly-once.md).
 *
 * The use case also takes the invocation's id, which stands in for a missing key.
 */
export const makePrepareTrainingData =
  (deps: PrepareTrainingDataDeps) =>
  async (request: PrepareTrainingDataRequest, invocationId: string): Promise<PrepareTrainingDataResult> => {
    requirePast(request, deps.clock);
    const run = await claimAttempt(deps, request, invocationId);
    const finished = run.state === 'open' ? await buildAndSeal(deps, request, run) : run;
    const complete = finished.state === 'sealed' ? await publish(deps, finished) : finished;
    return startTraining(deps, request, complete);
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

const buildAndSeal = async (
  deps: PrepareTrainingDataDeps,
  request: PrepareTrainingDataRequest,
  run: OpenRun,
): Promise<SealedRun | CompleteRun> => {
  const discardOwn = (userIds: readonly string[]) => discardAttempts(deps, [run.timestamp], userIds);
  const built = await buildDataset(deps, request, run).catch(async (error: unknown) => {
    await discardOwn([]);
    throw error;
  });
  const result = { manifest: built.manifest, answer: JSON.stringify(built.answer) };
  if (await deps.runs.seal(run, result)) {
    await discardAttempts(deps, run.supersededTimestamps, built.userIds);
    return { ...run, ...result, state: 'sealed' };
  }
  const winner = await deps.runs.find(run.runId);
  // A lost answer makes the SDK repeat a seal that had worked.
  if (winner !== undefined && winner.state !== 'open' && winner.timestamp === run.timestamp) return winner;
  deps.telemetry.count('AttemptsSuperseded');
  await discardOwn(built.userIds);
  if (winner === undefined || winner.state === 'open') throw new SupersededError();
  return winner;
};

/** Repeatable: the manifest of a sealed run never changes, and storing it again changes nothing. */
const publish = async (deps: PrepareTrainingDataDeps, run: SealedRun): Promise<CompleteRun> => {
  await deps.store.writeOnce(datasetKeys(run.timestamp).manifest, run.manifest);
  await deps.runs.complete(run);
  await discardAttempts(deps, run.supersededTimestamps, []);
  deps.telemetry.count('DatasetsCompleted');
  const { manifest: _, ...facts } = run;
  return { ...facts, state: 'complete' };
};
