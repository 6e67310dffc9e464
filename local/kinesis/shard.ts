import { type FileHandle, mkdir, open, readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

/** A record as a stream keeps it. */
export interface StreamRecord {
  readonly sequenceNumber: string;
  readonly partitionKey: string;
  /** Base64. */
  readonly data: string;
  /** Epoch milliseconds. */
  readonly arrivedAt: number;
}

const Line = z.object({ partitionKey: z.string(), data: z.string(), arrivedAt: z.number() });

const sequenceDigits = 50;

/** One shard: records in the order in which they came, each in a file before it is acknowledged. */
export interface Shard {
  readonly id: string;
  /** Records so far; also the position of the next one. */
  count(): number;
  append(record: Omit<StreamRecord, 'sequenceNumber'>): Promise<StreamRecord>;
  /** Those from a position on, at most so many, of at most so many bytes but always one. */
  read(
    position: number,
    limits: { readonly records: number; readonly bytes: number },
  ): Promise<StreamRecord[]>;
  arrivedAt(position: number): number | undefined;
  sequenceNumberAt(position: number): string;
  /** @returns undefined for what is no sequence number of this shard */
  positionOf(sequenceNumber: string): number | undefined;
  /** Resolves when there is a record at the position, or with the signal. */
  waitFor(position: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

interface Entry {
  readonly offset: number;
  readonly bytes: number;
  readonly arrivedAt: number;
}

/** What an earlier process left; a line that a kill tore off is cut away. */
const loadEntries = async (file: string): Promise<Entry[]> => {
  const text = await readFile(file).catch(() => Buffer.alloc(0));
  const entries: Entry[] = [];
  let offset = 0;
  for (let end = text.indexOf(10); end !== -1; end = text.indexOf(10, offset)) {
    const { arrivedAt } = Line.parse(JSON.parse(text.toString('utf8', offset, end)));
    entries.push({ offset, bytes: end + 1 - offset, arrivedAt });
    offset = end + 1;
  }
  if (offset < text.length) await truncate(file, offset);
  return entries;
};

/** @param folder - holds a file for each shard */
export const openShard = async (folder: string, index: number): Promise<Shard> => {
  const id = `shardId-${String(index).padStart(12, '0')}`;
  await mkdir(folder, { recursive: true });
  const name = path.join(folder, `${id}.jsonl`);
  const entries = await loadEntries(name);
  const file: FileHandle = await open(name, 'a+');
  const prefix = `49${String(index).padStart(4, '0')}`;
  const sequenceNumberAt = (position: number) =>
    `${prefix}${String(position + 1).padStart(sequenceDigits, '0')}`;
  let size = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let writing: Promise<unknown> = Promise.resolve();
  const waiters = new Set<() => void>();

  const write = async (record: Omit<StreamRecord, 'sequenceNumber'>): Promise<StreamRecord> => {
    const line = Buffer.from(`${JSON.stringify(record)}\n`);
    await file.appendFile(line);
    entries.push({ offset: size, bytes: line.length, arrivedAt: record.arrivedAt });
    size += line.length;
    for (const stir of waiters) stir();
    return { sequenceNumber: sequenceNumberAt(entries.length - 1), ...record };
  };

  return {
    id,
    count: () => entries.length,
    append: (record) => {
      const written = writing.then(() => write(record));
      writing = written.catch(() => {});
      return written;
    },
    read: async (position, limits) => {
      const wanted: Entry[] = [];
      let bytes = 0;
      for (const entry of entries.slice(position, position + limits.records)) {
        bytes += entry.bytes;
        if (wanted.length > 0 && bytes > limits.bytes) break;
        wanted.push(entry);
      }
      const [first] = wanted;
      if (first === undefined) return [];
      const length = wanted.reduce((sum, entry) => sum + entry.bytes, 0);
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, first.offset);
      return wanted.map((entry, index) => {
        const start = entry.offset - first.offset;
        const line = Line.parse(JSON.parse(buffer.toString('utf8', start, start + entry.bytes)));
        return { sequenceNumber: sequenceNumberAt(position + index), ...line };
      });
    },
    arrivedAt: (position) => entries[position]?.arrivedAt,
    sequenceNumberAt,
    positionOf: (sequenceNumber) => {
      if (!sequenceNumber.startsWith(prefix) || sequenceNumber.length !== prefix.length + sequenceDigits) {
        return undefined;
      }
      const position = Number(sequenceNumber.slice(prefix.length)) - 1;
      return Number.isSafeInteger(position) && position >= 0 ? position : undefined;
    },
    waitFor: (position, signal) =>
      new Promise((resolve) => {
        const look = () => {
          if (!signal.aborted && entries.length <= position) return;
          waiters.delete(look);
          signal.removeEventListener('abort', look);
          resolve();
        };
        waiters.add(look);
        signal.addEventListener('abort', look);
        look();
      }),
    close: async () => {
      await writing;
      await file.close();
    },
  };
};
