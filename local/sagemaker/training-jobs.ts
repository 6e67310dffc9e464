import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { EventBus } from '../eventbridge/event-bus.ts';
import type { EmitLocalEvent } from '../local-event.ts';
import { AwsError } from '../protocol/aws-error.ts';
import type { S3Access } from '../s3/s3-access.ts';
import type { CreateTrainingJobInput } from './create-training-job-input.ts';
import { runTraining, type TrainingRun } from './run-training.ts';
import { hasEnded, type StateChange, type TrainingJob, trainingJobArn, withState } from './training-job.ts';
import { openTrainingJobStore } from './training-job-store.ts';

export interface TrainingJobsSettings {
  /** Holds `sagemaker/` and `logs/`. */
  readonly dataDir: string;
  readonly s3: S3Access;
  readonly bus: EventBus;
  /** The container's entry point and its arguments. */
  readonly command: readonly string[];
  readonly emit: EmitLocalEvent;
}

/** Training jobs: accepted at once, run one after another, remembered for good. */
export interface TrainingJobs {
  /** @throws {AwsError} ResourceInUse */
  create(request: CreateTrainingJobInput): TrainingJob;
  find(name: string): TrainingJob | undefined;
  all(): TrainingJob[];
  /** @throws {AwsError} ValidationException for a job that has ended */
  stop(job: TrainingJob): void;
  /** Takes up what an earlier process left: unfinished jobs, and state changes that nobody has heard of yet. */
  resume(): void;
  /** Resolves when EventBridge has heard of every state change so far. */
  delivered(): Promise<void>;
  close(): Promise<void>;
}

const starting: StateChange = {
  status: 'InProgress',
  secondaryStatus: 'Starting',
  message: 'Preparing the instances for training',
};
const stopping: StateChange = {
  status: 'Stopping',
  secondaryStatus: 'Stopping',
  message: 'Stopping the training job',
};
const stopped: StateChange = {
  status: 'Stopped',
  secondaryStatus: 'Stopped',
  message: 'Training job stopped',
};

export const makeTrainingJobs = (settings: TrainingJobsSettings): TrainingJobs => {
  const { bus, emit, s3, command } = settings;
  const store = openTrainingJobStore(path.join(settings.dataDir, 'sagemaker'));
  const waiting: string[] = [];
  let current: { readonly name: string; readonly run: TrainingRun } | undefined;
  let loop: Promise<void> | undefined;
  let delivery = Promise.resolve();
  let closed = false;

  const deliver = async (name: string): Promise<void> => {
    for (let job = store.find(name); job !== undefined; job = store.find(name)) {
      const [event] = job.undelivered;
      if (event === undefined || closed) return;
      await bus.publish(event);
      const now = store.find(name) ?? job;
      store.save({ ...now, undelivered: now.undelivered.slice(1) });
    }
  };

  const change = (name: string, state: StateChange): void => {
    const job = store.find(name);
    if (job === undefined) return;
    store.save(withState(job, state, Date.now()));
    const { status, secondaryStatus, failureReason } = state;
    const reason = failureReason === undefined ? {} : { failureReason };
    emit({ kind: 'training-state', jobName: name, status, secondaryStatus, ...reason });
    // What cannot be delivered now stays in the job's file and is delivered at the next start.
    delivery = delivery.then(() => deliver(name)).catch(() => {});
  };

  const runNext = async (name: string): Promise<void> => {
    const job = store.find(name);
    if (job?.status !== 'InProgress') return;
    const logs = path.join(settings.dataDir, 'logs');
    await mkdir(logs, { recursive: true });
    const run = runTraining(job.request, {
      s3,
      root: store.folderOf(name),
      command,
      logFile: path.join(logs, `training-${name}.log`),
      onLine: (line) => emit({ kind: 'training-output', jobName: name, line }),
      onState: (state) => {
        if (!closed && store.find(name)?.status === 'InProgress') change(name, state);
      },
    });
    current = { name, run };
    const end = await run.end;
    current = undefined;
    if (end !== undefined) change(name, end);
  };

  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined && !closed; name = waiting.shift())
      await runNext(name);
    loop = undefined;
  };

  const enqueue = (name: string): void => {
    waiting.push(name);
    loop ??= work();
  };

  return {
    find: store.find,
    all: store.all,
    create: (request) => {
      const name = request.TrainingJobName;
      if (store.find(name) !== undefined) {
        const message = `Training job names must be unique within an AWS account and region, and a training job with this name already exists (${trainingJobArn(name)})`;
        throw new AwsError('ResourceInUse', message);
      }
      const createdAt = Date.now();
      const job: TrainingJob = {
        ...starting,
        request,
        transitions: [],
        createdAt,
        modifiedAt: createdAt,
        undelivered: [],
      };
      store.save(job);
      change(name, starting);
      enqueue(name);
      return store.find(name) ?? job;
    },
    stop: (job) => {
      const name = job.request.TrainingJobName;
      if (hasEnded(job)) {
        const message = `The request was rejected because the training job is in status ${job.status}.`;
        throw new AwsError('ValidationException', message);
      }
      if (job.status === 'Stopping') return;
      change(name, stopping);
      if (current?.name === name) current.run.stop();
      else change(name, stopped);
    },
    resume: () => {
      for (const job of store.all().sort((a, b) => a.createdAt - b.createdAt)) {
        const name = job.request.TrainingJobName;
        if (job.transitions.length === 0) change(name, starting);
        delivery = delivery.then(() => deliver(name)).catch(() => {});
        if (job.status === 'Stopping') change(name, stopped);
        if (job.status === 'InProgress') enqueue(name);
      }
    },
    delivered: () => delivery,
    close: async () => {
      closed = true;
      current?.run.kill();
      await loop;
      await delivery;
    },
  };
};
