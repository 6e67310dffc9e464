import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { localRegion } from '../resource-names.ts';
import type { S3Access } from '../s3/s3-access.ts';
import { type ContainerProcess, startContainerProcess } from './container-process.ts';
import type { CreateTrainingJobInput } from './create-training-job-input.ts';
import { stageTraining, uploadCheckpoints, uploadModel } from './training-files.ts';
import { type StateChange, trainingJobArn } from './training-job.ts';

/** How long SageMaker lets a container save its work once it has been asked to end. */
const stopGraceMs = 120_000;
/** The longest wait that a timer can hold. */
const timerLimitMs = 2_147_483_647;
const failureLimit = 1024;

export interface TrainingRun {
  /** Resolves with the job's last state; never rejects. `undefined`: killed, the job has not ended. */
  readonly end: Promise<StateChange | undefined>;
  /** Asks the training to end, as StopTrainingJob does. */
  stop(): void;
  /** Ends the process at once and leaves the job unfinished, for the next start of the local AWS. */
  kill(): void;
}

export interface TrainingRunSettings {
  readonly s3: S3Access;
  /** Becomes `/opt/ml`. */
  readonly root: string;
  readonly command: readonly string[];
  readonly logFile: string;
  readonly onLine: (line: string) => void;
  readonly onState: (change: StateChange) => void;
}

const inProgress = (secondaryStatus: string, message: string): StateChange => ({
  status: 'InProgress',
  secondaryStatus,
  message,
});

/** Job without a network in AWS, so without credentials here. */
const containerVariables = (request: CreateTrainingJobInput, root: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  LANG: 'en_US.UTF-8',
  TZ: 'UTC',
  ...request.Environment,
  ML_ROOT: root,
  AWS_REGION: localRegion,
  TRAINING_JOB_NAME: request.TrainingJobName,
  TRAINING_JOB_ARN: trainingJobArn(request.TrainingJobName),
});

const failureReason = async (root: string, exitCode: number): Promise<string> => {
  const text = (await readFile(path.join(root, 'output', 'failure'), 'utf8').catch(() => '')).trim();
  const suffix = `, exit code: ${exitCode}`;
  const reason = `AlgorithmError: ${text === '' ? 'See job logs for more information' : text}`;
  return `${reason.slice(0, failureLimit - suffix.length)}${suffix}`;
};

/** Runs one training from the download of its data to the upload of its model. */
export const runTraining = (request: CreateTrainingJobInput, settings: TrainingRunSettings): TrainingRun => {
  const { s3, root, onState } = settings;
  let training: ContainerProcess | undefined;
  let ending: 'stopped' | 'too-long' | 'killed' | undefined;

  const endEarly = (why: 'stopped' | 'too-long'): void => {
    ending ??= why;
    training?.stop(stopGraceMs);
  };

  const train = async (): Promise<number> => {
    training = startContainerProcess({ ...settings, variables: containerVariables(request, root) });
    const limitMs = (request.StoppingCondition.MaxRuntimeInSeconds ?? 86_400) * 1000;
    const timer = setTimeout(() => endEarly('too-long'), Math.min(limitMs, timerLimitMs));
    const exitCode = await training.exitCode;
    clearTimeout(timer);
    return exitCode;
  };

  const lastState = async (exitCode: number): Promise<StateChange> => {
    if (ending === undefined && exitCode !== 0) {
      const reason = await failureReason(root, exitCode);
      return {
        status: 'Failed',
        secondaryStatus: 'Failed',
        message: 'Training job failed',
        failureReason: reason,
      };
    }
    if (ending === undefined) onState(inProgress('Uploading', 'Uploading generated training model'));
    const modelArtifacts = await uploadModel(s3, root, request);
    const model = modelArtifacts === undefined ? {} : { modelArtifacts };
    if (ending === 'too-long') {
      const message = 'Training job runtime exceeded MaxRuntimeInSeconds provided';
      return { status: 'Stopped', secondaryStatus: 'MaxRuntimeExceeded', message, ...model };
    }
    if (ending === 'stopped') {
      return { status: 'Stopped', secondaryStatus: 'Stopped', message: 'Training job stopped', ...model };
    }
    return { status: 'Completed', secondaryStatus: 'Completed', message: 'Training job completed', ...model };
  };

  const run = async (): Promise<StateChange | undefined> => {
    onState(inProgress('Downloading', 'Downloading input data'));
    await stageTraining(s3, root, request);
    if (ending === undefined)
      onState(inProgress('Training', 'Training image download completed. Training in progress.'));
    const exitCode = ending === undefined ? await train() : 0;
    if (ending === 'killed') return undefined;
    await uploadCheckpoints(s3, root, request);
    return lastState(exitCode);
  };

  const end = run().catch((cause): StateChange => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const text = reason.startsWith('ClientError') ? reason : `InternalServerError: ${reason}`;
    const failure = { failureReason: text.slice(0, failureLimit) };
    return { status: 'Failed', secondaryStatus: 'Failed', message: 'Training job failed', ...failure };
  });

  return {
    end: end.then((state) => (ending === 'killed' ? undefined : state)),
    stop: () => endEarly('stopped'),
    kill: () => {
      ending = 'killed';
      training?.kill();
    },
  };
};
