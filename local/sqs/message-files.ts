import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { QueueMessage } from './message.ts';

const StoredMessage = z.object({
  messageId: z.string(),
  body: z.string(),
  sentAt: z.number(),
  receiveCount: z.int(),
  firstReceivedAt: z.number().optional(),
});

/** The messages of one queue on disk, so that none is lost when the process ends. */
export interface MessageFiles {
  /** Writes or replaces; a kill leaves the old one or the new one. */
  save(message: QueueMessage): Promise<void>;
  remove(messageId: string): Promise<void>;
  /** Oldest first. */
  load(): Promise<QueueMessage[]>;
}

/** @param folder - created when absent; one file a message */
export const makeMessageFiles = async (folder: string): Promise<MessageFiles> => {
  await mkdir(folder, { recursive: true });
  const fileOf = (messageId: string) => path.join(folder, `${messageId}.json`);
  return {
    save: async (message) => {
      const file = fileOf(message.messageId);
      await writeFile(`${file}.draft`, JSON.stringify(message));
      await rename(`${file}.draft`, file);
    },
    remove: (messageId) => rm(fileOf(messageId), { force: true }),
    load: async () => {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
      const messages: QueueMessage[] = [];
      for (const file of files) {
        const { firstReceivedAt, ...message } = StoredMessage.parse(
          JSON.parse(await readFile(path.join(folder, file), 'utf8')),
        );
        messages.push(firstReceivedAt === undefined ? message : { ...message, firstReceivedAt });
      }
      return messages.sort((a, b) => a.sentAt - b.sentAt);
    },
  };
};
