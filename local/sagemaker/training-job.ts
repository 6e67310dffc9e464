import type { BusEvent } from '../eventbridge/event-bus.ts';
import { localAccountId, localRegion } from '../resource-names.ts';
import type { CreateTrainingJobInput } from './create-training-job-input.ts';

export type TrainingStatus = 'InProgress' | 'Completed' | 'Failed' | 'Stopping' | 'Stopped';

export interface SecondaryTransition {
  readonly Status: string;
  /** Epoch milliseconds. */
  readonly StartTime: number;
  readonly EndTime?: number;
  readonly StatusMessage: string;
}

/** Everything that is kept of one training job; times are epoch milliseconds. */
export interface TrainingJob {
  readonly request: CreateTrainingJobInput;
  readonly status: TrainingStatus;
  readonly secondaryStatus: string;
  readonly transitions: readonly SecondaryTransition[];
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly failureReason?: string;
  /** Where the model is, once there is one. */
  readonly modelArtifacts?: string;
  /** State changes that EventBridge has not accepted yet. */
  readonly undelivered: readonly BusEvent[];
}

export const trainingJobArn = (name: string): string =>
  `arn:aws:sagemaker:${localRegion}:${localAccountId}:training-job/${name}`;

export const hasEnded = ({ status }: TrainingJob): boolean =>
  status === 'Completed' || status === 'Failed' || status === 'Stopped';

/** Puts in only what is there, as AWS leaves absent members out. */
const present = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/**
 * A job as DescribeTrainingJob and, with other times, the state-change event show it.
 *
 * @param time - how a time is written: epoch seconds in the API, epoch milliseconds in events
 */
const describe = (job: TrainingJob, time: (at: number) => number): Record<string, unknown> => {
  const optional = (at: number | undefined) => (at === undefined ? undefined : time(at));
  return present({
    ...job.request,
    TrainingJobArn: trainingJobArn(job.request.TrainingJobName),
    TrainingJobStatus: job.status,
    SecondaryStatus: job.secondaryStatus,
    FailureReason: job.failureReason,
    ModelArtifacts: job.modelArtifacts === undefined ? undefined : { S3ModelArtifacts: job.modelArtifacts },
    CreationTime: time(job.createdAt),
    LastModifiedTime: time(job.modifiedAt),
    TrainingStartTime: optional(job.startedAt),
    TrainingEndTime: optional(job.endedAt),
    TrainingTimeInSeconds:
      job.startedAt === undefined || job.endedAt === undefined
        ? undefined
        : Math.round((job.endedAt - job.startedAt) / 1000),
    SecondaryStatusTransitions: job.transitions.map((transition) =>
      present({
        ...transition,
        StartTime: time(transition.StartTime),
        EndTime: optional(transition.EndTime),
      }),
    ),
  });
};

export const describeTrainingJob = (job: TrainingJob) => describe(job, (at) => at / 1000);

/** The event that EventBridge gets when a job's status changes. */
export const stateChangeEvent = (job: TrainingJob): BusEvent => ({
  source: 'aws.sagemaker',
  detailType: 'SageMaker Training Job State Change',
  resources: [trainingJobArn(job.request.TrainingJobName)],
  time: job.modifiedAt,
  detail: { ...describe(job, (at) => at), Tags: {} },
});

export interface StateChange {
  readonly status: TrainingStatus;
  readonly secondaryStatus: string;
  readonly message: string;
  readonly failureReason?: string;
  readonly modelArtifacts?: string;
}

/**
 * The job after a change of state. A change of its primary status also puts an event up for delivery.
 *
 * @param at - epoch milliseconds
 */
export const withState = (job: TrainingJob, change: StateChange, at: number): TrainingJob => {
  const { message, ...state } = change;
  const ended = !['InProgress', 'Stopping'].includes(change.status);
  const finished = job.transitions.map((transition) => ({ EndTime: at, ...transition }));
  const next: TrainingJob = {
    ...job,
    ...state,
    modifiedAt: at,
    transitions: [
      ...finished,
      {
        Status: change.secondaryStatus,
        StartTime: at,
        StatusMessage: message,
        ...(ended ? { EndTime: at } : {}),
      },
    ],
    ...(change.secondaryStatus === 'Downloading' ? { startedAt: at } : {}),
    ...(ended ? { endedAt: at } : {}),
  };
  const isNews = change.status !== job.status || job.transitions.length === 0;
  return isNews ? { ...next, undelivered: [...job.undelivered, stateChangeEvent(next)] } : next;
};
