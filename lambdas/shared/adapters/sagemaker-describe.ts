import { DescribeTrainingJobCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Sleep } from '../ports/sleep.ts';
import type { TrainingJobState } from '../ports/training-service.ts';
import { withRetries } from '../with-retries.ts';

/** A job as SageMaker describes it; undefined when, after a few looks, there is none of that name. */
export const describeTrainingJob = async (
  client: SageMakerClient,
  jobName: string,
  sleep: Sleep,
): Promise<TrainingJobState | undefined> => {
  try {
    // A job that another caller created this moment may not be visible yet.
    const job = await withRetries(
      () => client.send(new DescribeTrainingJobCommand({ TrainingJobName: jobName })),
      { attempts: 4, baseDelayMs: 500, maxDelayMs: 4_000, sleep, random: () => 1, retryable: isNotFound },
    );
    return {
      jobName,
      jobArn: job.TrainingJobArn ?? '',
      status: statusOf(job.TrainingJobStatus),
      hyperParameters: job.HyperParameters ?? {},
      ...(job.FailureReason === undefined ? {} : { failureReason: job.FailureReason }),
      ...(job.ModelArtifacts?.S3ModelArtifacts === undefined
        ? {}
        : { modelDataUrl: job.ModelArtifacts.S3ModelArtifacts }),
      ...(job.OutputDataConfig?.S3OutputPath === undefined
        ? {}
        : { outputPath: job.OutputDataConfig.S3OutputPath }),
    };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

/** SageMaker has no error class for it: a ValidationException that says so. */
const isNotFound = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ResourceNotFound' ||
    (error.name === 'ValidationException' && /not found|does not exist/i.test(error.message)));

const statusOf = (status: string | undefined): TrainingJobState['status'] => {
  switch (status) {
    case 'Completed':
    case 'Failed':
    case 'Stopping':
    case 'Stopped':
      return status;
    default:
      return 'InProgress';
  }
};
