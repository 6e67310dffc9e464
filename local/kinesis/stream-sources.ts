import type { LambdaFunctions } from '../lambda/lambda-functions.ts';
import type { ResourceNames } from '../resource-names.ts';
import type { MessageQueue } from '../sqs/message-queue.ts';
import { type StreamPoller, startStreamPoller } from './stream-poller.ts';
import type { Streams } from './streams.ts';

export interface StreamSources {
  readonly streams: Streams;
  readonly functions: LambdaFunctions;
  readonly names: ResourceNames;
  readonly retryDelayMs: number;
  /** Of each stream, by its name. */
  readonly deadLetters: ReadonlyMap<string, MessageQueue>;
  readonly onDiscard: (queueName: string) => void;
}

/** Begins to feed each stream's function. */
export const startStreamPollers = (sources: StreamSources): Promise<readonly StreamPoller[]> => {
  const { streams, functions, names, retryDelayMs, deadLetters, onDiscard } = sources;
  const started = streams.all.flatMap((stream) => {
    const functionName = names.functionName(stream.spec.consumer);
    const runner = functions.find(functionName);
    if (runner === undefined) return [];
    const discard = async (document: string) => {
      const queue = deadLetters.get(stream.spec.name);
      await queue?.send(document);
      if (queue !== undefined) onDiscard(queue.name);
    };
    const functionArn = names.functionArn(functionName);
    return [startStreamPoller({ stream, runner, functionArn, retryDelayMs, onDiscard: discard })];
  });
  return Promise.all(started);
};
