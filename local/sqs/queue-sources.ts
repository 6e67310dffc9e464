import type { LambdaFunctions } from '../lambda/lambda-functions.ts';
import type { ResourceNames } from '../resource-names.ts';
import { type QueuePoller, startQueuePoller } from './queue-poller.ts';
import type { Queues } from './queues.ts';

export interface QueueSources {
  readonly queues: Pick<Queues, 'sources'>;
  readonly functions: LambdaFunctions;
  readonly names: ResourceNames;
  /** Batches of one queue under way at once. */
  readonly concurrency: number;
  /** How long a message that failed stays hidden. */
  readonly retryDelaySeconds: number;
}

/** Begins to feed each queue's function. */
export const startQueuePollers = (sources: QueueSources): readonly QueuePoller[] => {
  const { queues, functions, names, concurrency, retryDelaySeconds } = sources;
  return queues.sources.flatMap(({ queue, spec }) => {
    const runner = functions.find(names.functionName(spec.consumer));
    return runner === undefined
      ? []
      : [startQueuePoller({ queue, runner, batchSize: spec.batchSize, concurrency, retryDelaySeconds })];
  });
};
