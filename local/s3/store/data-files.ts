import { randomUUID } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Sink } from '../payload/digest-chunks.ts';
import type { Segment } from './stored-records.ts';

/** The bytes of a bucket: files that are written once, under names that nothing else can have. */
export interface DataFiles {
  /**
   * Writes one file with what `write` puts into the sink, and hands it to `commit`, which names it in a record. When
   * either throws, the file is removed; after a kill in between, the next start removes it.
   */
  create<T, R>(write: (sink: Sink) => Promise<T>, commit: (written: T, file: string) => R): Promise<R>;
  /** Bytes `start` to `end` (both included) of the segments laid end to end. */
  read(segments: readonly Segment[], start: number, end: number): AsyncGenerator<Buffer>;
  /** Removes files once nobody reads them any more. */
  discard(segments: readonly Segment[]): void;
}

const writeAll = async <T>(file: string, write: (sink: Sink) => Promise<T>): Promise<T> => {
  const handle = await open(file, 'wx');
  try {
    return await write(async (chunk) => {
      for (let written = 0; written < chunk.length; ) {
        written += (await handle.write(chunk, written)).bytesWritten;
      }
    });
  } finally {
    await handle.close();
  }
};

/** @param folder - holds nothing but these files; exists */
export const makeDataFiles = (folder: string): DataFiles => {
  const readers = new Map<string, number>();
  const condemned = new Set<string>();
  const remove = (file: string) => rmSync(path.join(folder, file), { force: true });

  const hold = (segments: readonly Segment[]) => {
    for (const { file } of segments) readers.set(file, (readers.get(file) ?? 0) + 1);
  };
  const release = (segments: readonly Segment[]) => {
    for (const { file } of segments) {
      const left = (readers.get(file) ?? 1) - 1;
      if (left > 0) {
        readers.set(file, left);
        continue;
      }
      readers.delete(file);
      if (condemned.delete(file)) remove(file);
    }
  };

  async function* readHeld(segments: readonly Segment[], start: number, end: number): AsyncGenerator<Buffer> {
    let offset = 0;
    for (const { file, size } of segments) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, size - 1);
      offset += size;
      if (from <= to) {
        yield* createReadStream(path.join(folder, file), { start: from, end: to, highWaterMark: 256 * 1024 });
      }
    }
  }

  return {
    create: async (write, commit) => {
      const file = randomUUID();
      try {
        return commit(await writeAll(path.join(folder, file), write), file);
      } catch (error) {
        remove(file);
        throw error;
      }
    },
    read: (segments, start, end) => {
      hold(segments);
      return (async function* () {
        try {
          yield* readHeld(segments, start, end);
        } finally {
          release(segments);
        }
      })();
    },
    discard: (segments) => {
      for (const { file } of segments) {
        if (readers.has(file)) condemned.add(file);
        else remove(file);
      }
    },
  };
};
