import path from 'node:path';
import type { QueueSpec } from '../../lib/catalog-shapes.ts';
import type { EmitLocalEvent } from '../local-event.ts';
import { type MessageQueue, openMessageQueue } from './message-queue.ts';

/** What SQS hides a received message for, unless told otherwise. */
const deadLetterVisibilitySeconds = 30;

export interface Queues {
  find(name: string): MessageQueue | undefined;
  readonly all: readonly MessageQueue[];
  /** Those that feed a function. */
  readonly sources: readonly { readonly queue: MessageQueue; readonly spec: QueueSpec }[];
}

/** What a queue's dead letters are kept under. */
export const deadLetterName = (queueName: string): string => `${queueName}-dead-letters`;

/**
 * The catalogue's queues, each with one for its dead letters. Nothing in them ever expires.
 *
 * @param folder - holds a folder for each queue
 */
export const openQueues = async (
  folder: string,
  specs: readonly QueueSpec[],
  emit: EmitLocalEvent,
): Promise<Queues> => {
  const sources: { queue: MessageQueue; spec: QueueSpec }[] = [];
  const all: MessageQueue[] = [];
  for (const spec of specs) {
    const deadLetters = await openMessageQueue({
      name: deadLetterName(spec.name),
      folder: path.join(folder, deadLetterName(spec.name)),
      visibilityTimeoutSeconds: deadLetterVisibilitySeconds,
    });
    const queue = await openMessageQueue({
      name: spec.name,
      folder: path.join(folder, spec.name),
      visibilityTimeoutSeconds: spec.visibilityTimeoutSeconds,
      deadLetters: { queue: deadLetters, maxReceiveCount: spec.maxReceiveCount },
      onDeadLetter: () => emit({ kind: 'dead-letter-message', queue: deadLetters.name }),
    });
    all.push(queue, deadLetters);
    sources.push({ queue, spec });
  }
  return { all, sources, find: (name) => all.find((queue) => queue.name === name) };
};
