import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FunctionRunner } from '../lambda/function-runner.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type Delivering, deliverBatch } from './deliver-batch.ts';
import { type DiscardedBatch, describeDiscarded } from './discarded-batch.ts';
import type { StreamRecord } from './shard.ts';
import { hashKeyOf } from './shard-of-key.ts';
import { firstKept } from './start-position.ts';
import { type LocalStream, streamArn } from './streams.ts';

/** Base64 and envelope included, a batch must pass through an invocation of 6 MB. */
const batchLimitBytes = 5 * 1024 * 1024;

export interface StreamPollerSettings {
  readonly stream: LocalStream;
  readonly runner: FunctionRunner;
  readonly functionArn: string;
  readonly retryDelayMs: number;
  /** Takes the document about each batch that was given up. */
  readonly onDiscard: (document: string) => Promise<void>;
  /** Epoch milliseconds. @default the clock */
  readonly now?: () => number;
}

/** Lambda's event source mapping of one stream. */
export interface StreamPoller {
  /** Resolves when every record so far was delivered or given up. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Records by the lane of their partition key, each lane in order and in batches. */
const batchesByLane = (
  records: readonly StreamRecord[],
  { parallelizationFactor, batchSize }: { parallelizationFactor: number; batchSize: number },
): StreamRecord[][][] => {
  const laneOf = ({ partitionKey }: StreamRecord) =>
    Number(hashKeyOf(partitionKey) % BigInt(parallelizationFactor));
  return [...Map.groupBy(records, laneOf).values()].map((lane) =>
    Array.from({ length: Math.ceil(lane.length / batchSize) }, (_, index) =>
      lane.slice(index * batchSize, (index + 1) * batchSize),
    ),
  );
};

/** Begins to hand the stream's records to the function, from where an earlier process stopped. */
export const startStreamPoller = async (settings: StreamPollerSettings): Promise<StreamPoller> => {
  const { stream, runner, functionArn, retryDelayMs, onDiscard, now = Date.now } = settings;
  const { spec } = stream;
  const closing = new AbortController();
  const { signal } = closing;
  const waiters = new Set<() => void>();
  const readers = await Promise.all(
    stream.shards.map(async ({ shard }) => {
      const checkpoint = await openCheckpoint(path.join(stream.folder, `${shard.id}.checkpoint`));
      return { shard, checkpoint, position: checkpoint.position };
    }),
  );
  const isSettled = () => signal.aborted || readers.every(({ shard, position }) => position >= shard.count());

  const readOn = async (reader: (typeof readers)[number]) => {
    const { shard } = reader;
    const how: Delivering = {
      spec,
      runner,
      shardId: shard.id,
      streamArn: streamArn(spec.name),
      functionArn,
      retryDelayMs,
      now,
      discard: (batch: DiscardedBatch) => onDiscard(describeDiscarded(batch)),
      signal,
    };
    const from = Math.max(
      reader.position,
      firstKept({ shard, retentionHours: spec.retentionHours, now: now() }),
    );
    const records = await shard.read(from, {
      records: spec.batchSize * spec.parallelizationFactor,
      bytes: batchLimitBytes,
    });
    await Promise.all(
      batchesByLane(records, spec).map(async (lane) => {
        for (const batch of lane) await deliverBatch(batch, how);
      }),
    );
    await reader.checkpoint.save(from + records.length);
    reader.position = from + records.length;
    for (const look of waiters) look();
  };
  const consuming = readers.map(async (reader) => {
    for (;;) {
      await reader.shard.waitFor(reader.position, signal);
      if (signal.aborted) return;
      // Whatever ends a delivery early, its records are read again, as the position is not saved.
      await readOn(reader).catch(() => setTimeout(retryDelayMs, undefined, { signal }).catch(() => {}));
    }
  });

  return {
    settled: () =>
      new Promise((resolve) => {
        const look = () => {
          if (!isSettled()) return;
          waiters.delete(look);
          resolve();
        };
        waiters.add(look);
        look();
      }),
    close: async () => {
      closing.abort();
      for (const look of waiters) look();
      await Promise.all(consuming);
    },
  };
};
