import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import { trainedModelName } from '../shared/model-home.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { DatasetReader } from '../shared/ports/dataset-reader.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { TrainingJobRows } from '../shared/ports/training-job-rows.ts';
import type { TrainingService } from '../shared/ports/training-service.ts';
import { legalJobName } from './legal-job-name.ts';
import type { TriggerModelTrainingRequest, TriggerModelTrainingResult } from './schema.ts';
import { startOnce } from './start-once.ts';
import { findRowsSha256, trainingHash } from './training-identity.ts';

export interface TriggerModelTrainingDeps {
  readonly datasets: DatasetReader;
  readonly training: TrainingService;
  readonly rows: TrainingJobRows;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly bucket: string;
  /** Every job's name begins with it and a hyphen: the rule that follows jobs looks for that. */
  readonly namePrefix: string;
}

/**
 * One SageMaker job per distinct dataset and set of hyper-parameters: a repeat answers the job that exists, also
 * when both calls come at once or a day apart.
 *
 * @throws {InvalidRequestError} when a path lies outside the bucket's training/
 * @throws {DatasetNotFoundError} when a file is not there
 */
export const makeTriggerModelTraining =
  (deps: TriggerModelTrainingDeps) =>
  async (request: TriggerModelTrainingRequest): Promise<TriggerModelTrainingResult> => {
    requireOwnPaths(request, deps.bucket);
    const { trainPath, validationPath, manifestPath } = request;
    const rowsSha256 = await findRowsSha256(deps.datasets, request);
    const hyperParameters = { ...request.hyperParameters, rows_sha256: rowsSha256 };
    const jobName = jobNameOf(request, { prefix: deps.namePrefix, hash: trainingHash(hyperParameters) });
    const job = await startOnce(deps.training, { jobName, trainPath, validationPath, hyperParameters });
    await deps.rows.recordStart({
      jobName: job.jobName,
      jobArn: job.jobArn,
      trainPath,
      validationPath,
      ...(manifestPath === undefined ? {} : { manifestPath }),
      rowsSha256,
      startedAt: new Date(deps.clock.now()).toISOString(),
    });
    if (job.started) deps.telemetry.count('TrainingJobsStarted');
    deps.telemetry.info('training triggered', {
      jobName: job.jobName,
      status: job.status,
      started: job.started,
    });
    return job;
  };

const requireOwnPaths = (request: TriggerModelTrainingRequest, bucket: string): void => {
  const home = `s3://${bucket}/training/`;
  const fields = ['trainPath', 'validationPath', 'manifestPath'] as const;
  const problems = fields
    .filter((field) => request[field] !== undefined && !request[field].startsWith(home))
    .map((field) => ({ field, allowed: `a path under ${home}`, arrived: 'another place' }));
  if (problems.length > 0) throw new InvalidRequestError(problems);
};

const jobNameOf = (
  { jobName, hyperParameters }: TriggerModelTrainingRequest,
  { prefix, hash }: { prefix: string; hash: string },
): string => {
  if (jobName === undefined) return legalJobName(`${prefix}-${trainedModelName(hyperParameters)}-${hash}`);
  return legalJobName(jobName.startsWith(`${prefix}-`) ? jobName : `${prefix}-${jobName}`);
};
