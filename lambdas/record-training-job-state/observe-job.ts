import type { ObservedJob } from '../shared/ports/training-job-rows.ts';
import type { TrainingService } from '../shared/ports/training-service.ts';
import type { TrainingJobStateEvent } from './schema.ts';

/** Longest reason that is kept; SageMaker's own limit. */
const maxReasonCharacters = 1024;

/**
 * What an event says of a job of ours; undefined when the job is another team's. SageMaker is asked only for what
 * the event leaves out.
 *
 * @param homes - s3://…/ under which our models lie
 */
export const observeJob = async (
  training: Pick<TrainingService, 'describe'>,
  { detail }: TrainingJobStateEvent,
  homes: readonly string[],
): Promise<ObservedJob | undefined> => {
  const isComplete =
    detail.OutputDataConfig?.S3OutputPath !== undefined &&
    (detail.TrainingJobStatus !== 'Completed' || detail.ModelArtifacts?.S3ModelArtifacts !== undefined) &&
    (detail.TrainingJobStatus !== 'Failed' || detail.FailureReason !== undefined);
  const described = isComplete ? undefined : await training.describe(detail.TrainingJobName);
  const outputPath = detail.OutputDataConfig?.S3OutputPath ?? described?.outputPath;
  if (outputPath === undefined || !homes.some((home) => `${outputPath}/`.startsWith(home))) return undefined;
  const failureReason = detail.FailureReason ?? described?.failureReason;
  const modelDataUrl = detail.ModelArtifacts?.S3ModelArtifacts ?? described?.modelDataUrl;
  const endedAt = detail.TrainingEndTime ?? detail.LastModifiedTime;
  const status = detail.TrainingJobStatus;
  const hasEnded = status === 'Completed' || status === 'Failed' || status === 'Stopped';
  return {
    jobName: detail.TrainingJobName,
    status,
    ...(failureReason === undefined || status !== 'Failed' ? {} : { failureReason: oneLine(failureReason) }),
    ...(modelDataUrl === undefined || status !== 'Completed' ? {} : { modelDataUrl }),
    ...(hasEnded && endedAt !== undefined ? { endedAt: new Date(endedAt).toISOString() } : {}),
  };
};

const oneLine = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, maxReasonCharacters);
