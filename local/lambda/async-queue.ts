import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** An event that Lambda has promised to run. */
export interface QueuedEvent {
  readonly requestId: string;
  readonly functionName: string;
  /** JSON text. */
  readonly payload: string;
  /** Attempts made so far. */
  readonly attempts: number;
}

/** Events on disk until they are done with, so that none is lost when the process ends. */
export interface AsyncQueue {
  save(event: QueuedEvent): Promise<void>;
  remove(requestId: string): Promise<void>;
  /** What an earlier process left, oldest first. */
  leftOver(): Promise<QueuedEvent[]>;
}

/** @param folder - created when absent; one file an event */
export const makeAsyncQueue = async (folder: string): Promise<AsyncQueue> => {
  await mkdir(folder, { recursive: true });
  const order = new Map<string, string>();
  let count = Date.now();

  const fileOf = (requestId: string): string => {
    const known = order.get(requestId) ?? `${String(count++).padStart(16, '0')}-${requestId}.json`;
    order.set(requestId, known);
    return path.join(folder, known);
  };

  return {
    save: async (event) => {
      const file = fileOf(event.requestId);
      await writeFile(`${file}.draft`, JSON.stringify(event));
      await rename(`${file}.draft`, file);
    },
    remove: async (requestId) => {
      await rm(fileOf(requestId), { force: true });
      order.delete(requestId);
    },
    leftOver: async () => {
      const events: QueuedEvent[] = [];
      for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()) {
        const event: QueuedEvent = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
        order.set(event.requestId, name);
        events.push(event);
      }
      return events;
    },
  };
};
