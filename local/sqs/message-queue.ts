import { randomUUID } from 'node:crypto';
import { newMessage, type QueueMessage, type ReceivedMessage } from './message.ts';
import { type MessageFiles, makeMessageFiles } from './message-files.ts';

export interface MessageQueueSettings {
  readonly name: string;
  /** Holds the messages. */
  readonly folder: string;
  readonly visibilityTimeoutSeconds: number;
  /** Where a message goes that was received `maxReceiveCount` times and never deleted. */
  readonly deadLetters?: { readonly queue: MessageQueue; readonly maxReceiveCount: number };
  /** Hears of each message that was given up. */
  readonly onDeadLetter?: () => void;
}

/** One standard queue: at least once, in no order that anybody may rely on. */
export interface MessageQueue {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  /** @returns once the message is sure to be kept */
  send(body: string, delaySeconds?: number): Promise<QueueMessage>;
  /** Takes in a message as it is, with its id and history. */
  adopt(message: QueueMessage): Promise<void>;
  /** Hides what it gives for the visibility timeout, or for as long as is said. */
  receive(limit: number, hiddenSeconds?: number): Promise<ReceivedMessage[]>;
  /** @returns whether the handle was that of a message which is in somebody's hands */
  delete(receiptHandle: string): Promise<boolean>;
  changeVisibility(receiptHandle: string, seconds: number): boolean;
  counts(): { readonly visible: number; readonly hidden: number };
  purge(): Promise<void>;
  /** Resolves when a message can be received, at the latest at the deadline. @param deadline - epoch ms */
  waitForMessage(deadline: number, signal?: AbortSignal): Promise<void>;
}

interface Entry {
  message: QueueMessage;
  /** Epoch milliseconds from which it can be received. */
  visibleAt: number;
  receiptHandle?: string;
}

/** Loads what an earlier process left; that is all visible again. */
export const openMessageQueue = async (settings: MessageQueueSettings): Promise<MessageQueue> => {
  const { name, visibilityTimeoutSeconds, deadLetters } = settings;
  const files: MessageFiles = await makeMessageFiles(settings.folder);
  const entries = new Map<string, Entry>();
  const sleepers = new Set<() => void>();
  const wake = () => {
    for (const stir of sleepers) stir();
  };
  for (const message of await files.load()) entries.set(message.messageId, { message, visibleAt: 0 });

  const add = async (message: QueueMessage, visibleAt: number) => {
    await files.save(message);
    entries.set(message.messageId, { message, visibleAt });
    wake();
  };
  const heldBy = (receiptHandle: string) =>
    [...entries.values()].find((entry) => entry.receiptHandle === receiptHandle);

  const giveUp = async (message: QueueMessage, queue: MessageQueue) => {
    // First in the other queue, then gone from this one: a kill in between doubles it and never loses it.
    await queue.adopt(message);
    await files.remove(message.messageId);
    settings.onDeadLetter?.();
  };

  return {
    name,
    visibilityTimeoutSeconds,
    send: async (body, delaySeconds = 0) => {
      const message = newMessage(body, Date.now());
      await add(message, Date.now() + delaySeconds * 1000);
      return message;
    },
    adopt: (message) => add(message, 0),
    receive: async (limit, hiddenSeconds = visibilityTimeoutSeconds) => {
      const now = Date.now();
      const taken: ReceivedMessage[] = [];
      for (const [id, entry] of entries) {
        if (taken.length === limit) break;
        if (entry.visibleAt > now) continue;
        if (deadLetters !== undefined && entry.message.receiveCount >= deadLetters.maxReceiveCount) {
          entries.delete(id);
          await giveUp(entry.message, deadLetters.queue);
          continue;
        }
        const receiptHandle = randomUUID();
        entry.receiptHandle = receiptHandle;
        entry.visibleAt = now + hiddenSeconds * 1000;
        entry.message = {
          ...entry.message,
          receiveCount: entry.message.receiveCount + 1,
          firstReceivedAt: entry.message.firstReceivedAt ?? now,
        };
        taken.push({ ...entry.message, receiptHandle });
        await files.save(entry.message);
      }
      return taken;
    },
    delete: async (receiptHandle) => {
      const entry = heldBy(receiptHandle);
      if (entry === undefined) return false;
      entries.delete(entry.message.messageId);
      await files.remove(entry.message.messageId);
      return true;
    },
    changeVisibility: (receiptHandle, seconds) => {
      const entry = heldBy(receiptHandle);
      if (entry === undefined) return false;
      entry.visibleAt = Date.now() + seconds * 1000;
      wake();
      return true;
    },
    counts: () => {
      const now = Date.now();
      const visible = [...entries.values()].filter(({ visibleAt }) => visibleAt <= now).length;
      return { visible, hidden: entries.size - visible };
    },
    purge: async () => {
      const ids = [...entries.keys()];
      entries.clear();
      await Promise.all(ids.map(files.remove));
    },
    waitForMessage: (deadline, signal) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let timer: NodeJS.Timeout | undefined;
      const look = () => {
        clearTimeout(timer);
        const now = Date.now();
        const next = Math.min(deadline, ...[...entries.values()].map(({ visibleAt }) => visibleAt));
        if (signal?.aborted || next <= now) {
          sleepers.delete(look);
          signal?.removeEventListener('abort', look);
          resolve();
          return;
        }
        timer = setTimeout(look, Math.min(next - now, 2 ** 31 - 1));
      };
      sleepers.add(look);
      signal?.addEventListener('abort', look);
      look();
      return promise;
    },
  };
};
