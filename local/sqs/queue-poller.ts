import * as z from 'zod';
import type { FunctionRunner } from '../lambda/function-runner.ts';
import { localRegion } from '../resource-names.ts';
import { md5, messageAttributes, type ReceivedMessage } from './message.ts';
import type { MessageQueue } from './message-queue.ts';
import { queueArn } from './queue-arn.ts';

const BatchAnswer = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]),
});

export interface QueuePollerSettings {
  readonly queue: MessageQueue;
  readonly runner: FunctionRunner;
  /** Messages in one invocation at most. */
  readonly batchSize: number;
  /** Batches under way at once. */
  readonly concurrency: number;
  /** How long a message that failed stays hidden; AWS: for the rest of the visibility timeout. */
  readonly retryDelaySeconds: number;
}

/** Lambda's event source mapping of one queue, with partial batch responses. */
export interface QueuePoller {
  /** Resolves when no message can be received and none is being worked on. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const eventOf = (messages: readonly ReceivedMessage[], queueName: string) => ({
  Records: messages.map((message) => ({
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: messageAttributes(message),
    messageAttributes: {},
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn(queueName),
    awsRegion: localRegion,
  })),
});

/** The ids that the function could not deal with: all of them when it failed or named one that it never got. */
const failedIds = (payload: string, failed: boolean, messages: readonly ReceivedMessage[]): Set<string> => {
  const all = new Set(messages.map(({ messageId }) => messageId));
  if (failed) return all;
  const answer = BatchAnswer.safeParse(JSON.parse(payload) ?? {});
  if (!answer.success) return all;
  const ids = answer.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return ids.every((id) => all.has(id)) ? new Set(ids) : all;
};

/** Begins to hand the queue's messages to the function, and goes on until it is closed. */
export const startQueuePoller = (settings: QueuePollerSettings): QueuePoller => {
  const { queue, runner } = settings;
  const closing = new AbortController();
  const waiters = new Set<() => void>();
  let underWay = 0;

  const work = async (messages: readonly ReceivedMessage[]) => {
    const answer = await runner.invoke(JSON.stringify(eventOf(messages, queue.name)));
    const failed = failedIds(answer.payload, answer.failed, messages);
    for (const { messageId, receiptHandle } of messages) {
      if (failed.has(messageId)) queue.changeVisibility(receiptHandle, settings.retryDelaySeconds);
      else await queue.delete(receiptHandle);
    }
  };

  const poll = async () => {
    while (!closing.signal.aborted) {
      await queue.waitForMessage(Number.POSITIVE_INFINITY, closing.signal);
      if (closing.signal.aborted) return;
      underWay += 1;
      // Whatever ends a batch early, its messages come back when their time is over.
      const messages = await queue.receive(settings.batchSize).catch(() => []);
      if (messages.length > 0) await work(messages).catch(() => {});
      underWay -= 1;
      for (const look of waiters) look();
    }
  };
  const polling = Array.from({ length: settings.concurrency }, poll);

  return {
    settled: async () => {
      for (;;) {
        if (closing.signal.aborted || (underWay === 0 && queue.counts().visible === 0)) return;
        await new Promise<void>((resolve) => {
          const look = () => {
            waiters.delete(look);
            resolve();
          };
          waiters.add(look);
        });
      }
    },
    close: async () => {
      closing.abort();
      await Promise.all(polling);
    },
  };
};
