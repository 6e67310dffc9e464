import { makeDocuments } from '../aws/documents.ts';
import type { ItemCalls } from '../aws/item-calls.ts';
import { mapWithLimit } from '../map-with-limit.ts';
import type { HealthMetrics, WatchSample } from '../ports/health-metrics.ts';
import { readSlots } from './read-slots.ts';
import { bySlot } from './sample-slot.ts';
import { unscoredRanges } from './unscored-ranges.ts';
import { writeSamples, writeScores } from './write-slot.ts';

const samplesPerWrite = 100;
const writesAtOnce = 32;
/** Slots of unscored samples looked at in one call; the rest has its turn in the next. */
const unscoredSlots = 4;

interface Options {
  readonly items: ItemCalls;
  readonly tableName: string;
  /** Sparse: of slots that hold samples without a score. */
  readonly unscoredIndex: string;
}

/** Samples in slots of five minutes, each written where its moment is still free, whoever else writes. */
export const makeDynamoDbHealthMetrics = (options: Options): HealthMetrics => {
  const { tableName, unscoredIndex } = options;
  const documents = makeDocuments(options.items);
  const table = { documents, tableName };
  return {
    read: async (device, { fromMs, toMs, before = { count: 0, sinceMs: fromMs } }) => {
      const samples: WatchSample[] = [];
      let earlier = 0;
      // Newest first, so that reading ends as soon as enough is known of what came before.
      for await (const slot of readSlots(table, device, { fromMs: before.sinceMs, toMs })) {
        for (const sample of slot.samples.toReversed()) {
          if (sample.timestampMs > toMs || sample.timestampMs < before.sinceMs) continue;
          if (sample.timestampMs < fromMs) earlier += 1;
          if (earlier <= before.count) samples.push(sample);
        }
        if (earlier > 0 && earlier >= before.count) break;
      }
      return samples.reverse();
    },
    put: async (device, samples) => {
      const stored = new Map<number, WatchSample>();
      const batches = batchesOf(samples, ({ timestampMs }) => timestampMs);
      await mapWithLimit(batches, writesAtOnce, async (batch) => {
        const inSlot = await writeSamples(table, device, batch);
        for (const sample of inSlot ?? []) stored.set(sample.timestampMs, sample);
      });
      return stored;
    },
    score: async (device, scores) => {
      const batches = batchesOf(scores, ([timestampMs]) => timestampMs);
      await mapWithLimit(batches, writesAtOnce, (batch) => writeScores(table, device, batch));
    },
    unscored: (userId) => unscoredRanges(table, { userId, indexName: unscoredIndex, limit: unscoredSlots }),
  };
};

/** Groups of one slot each, none greater than one write takes. */
const batchesOf = <T>(items: Iterable<T>, momentOf: (item: T) => number): readonly (readonly T[])[] =>
  bySlot(items, momentOf).flatMap((inSlot) =>
    Array.from({ length: Math.ceil(inSlot.length / samplesPerWrite) }, (_, index) =>
      inSlot.slice(index * samplesPerWrite, (index + 1) * samplesPerWrite),
    ),
  );
