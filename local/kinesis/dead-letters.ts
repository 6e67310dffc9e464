import path from 'node:path';
import type { StreamSpec } from '../../lib/catalog-shapes.ts';
import { type MessageQueue, openMessageQueue } from '../sqs/message-queue.ts';
import { deadLetterName, type Queues } from '../sqs/queues.ts';

/** What SQS hides a received message for, unless told otherwise. */
const visibilityTimeoutSeconds = 30;

/**
 * The queues that hear of what streams give up.
 *
 * @param folder - holds a folder for each queue
 * @returns by stream
 */
export const openStreamDeadLetters = async (
  folder: string,
  specs: readonly StreamSpec[],
): Promise<ReadonlyMap<string, MessageQueue>> => {
  const opened = specs.map(async (spec) => {
    const name = deadLetterName(spec.name);
    const own = path.join(folder, name);
    return [spec.name, await openMessageQueue({ name, folder: own, visibilityTimeoutSeconds })] as const;
  });
  return new Map(await Promise.all(opened));
};

/** The same queues with further ones that feed no function. */
export const withQueues = (queues: Queues, more: Iterable<MessageQueue>): Queues => {
  const all = [...queues.all, ...more];
  return { ...queues, all, find: (name) => all.find((queue) => queue.name === name) };
};
