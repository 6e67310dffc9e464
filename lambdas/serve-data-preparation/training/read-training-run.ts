import { DomainError } from '../../../ml/domain-error.ts';
import type { DatasetRuns } from '../../shared/ports/dataset-runs.ts';
import type { TrainingJobStates } from '../../shared/ports/training-job-states.ts';
import type { TrainingRun, TrainingRuns } from '../../shared/ports/training-runs.ts';
import { PrepareTrainingDataRequest } from '../../shared/training-dataset/prepare-request.ts';
import { identifyRun } from '../../shared/training-dataset/run-identity.ts';
import type { TrainingRunState } from './schema.ts';

/** No run has this id. */
export class TrainingRunNotFoundError extends DomainError {
  readonly code = 'training-run-not-found';

  constructor() {
    super('There is no training run of this id.');
  }
}

/** What has become of a run that a pipeline prepares: nobody waits for that, so the dataset's own row is asked. */
const withPipeline = async (datasets: Pick<DatasetRuns, 'find'>, run: TrainingRun): Promise<TrainingRun> => {
  const parameters: unknown = JSON.parse(run.parameters);
  const request = PrepareTrainingDataRequest.parse({ ...Object(parameters), idempotencyKey: run.runId });
  const dataset = await datasets.find(identifyRun(request, run.runId).runId);
  if (dataset?.state !== 'complete') return run;
  const { timestamp: datasetTimestamp, trainingJobName } = dataset;
  if (trainingJobName !== undefined) return { ...run, state: 'training', datasetTimestamp, trainingJobName };
  return { ...run, state: request.triggerTraining ? 'preparing' : 'prepared', datasetTimestamp };
};

/** How a job's end is told. */
const stateOfJob: ReadonlyMap<string, TrainingRunState['state']> = new Map([
  ['Completed', 'completed'],
  ['Failed', 'failed'],
  ['Stopped', 'stopped'],
]);

/**
 * How a run goes: its own state until it trains, then that of its job.
 *
 * @throws {TrainingRunNotFoundError}
 */
export const readTrainingRun = async (
  deps: {
    readonly runs: TrainingRuns;
    readonly jobs: TrainingJobStates;
    readonly datasets: Pick<DatasetRuns, 'find'>;
  },
  runId: string,
): Promise<TrainingRunState> => {
  const known = await deps.runs.find(runId);
  if (known === undefined) throw new TrainingRunNotFoundError();
  const run = known.state === 'preparing' ? await withPipeline(deps.datasets, known) : known;
  const { requestedAt, datasetTimestamp, trainingJobName, failureCode } = run;
  const job = trainingJobName === undefined ? undefined : await deps.jobs.find(trainingJobName);
  const state = (job && stateOfJob.get(job.status)) ?? run.state;
  return {
    runId,
    state,
    requestedAt,
    ...(datasetTimestamp !== undefined && { datasetTimestamp }),
    ...(trainingJobName !== undefined && { trainingJobName }),
    ...(failureCode !== undefined && { failureCode }),
  };
};
