import * as z from 'zod/mini';
import type { Device, SampleScore, WatchSample } from '../ports/health-metrics.ts';
import { withoutUndefined } from './without-undefined.ts';

/** Samples of one device within one slot are one item: 60 of them, at one every 5 s, cost one write. */
const slotMs = 300_000;
/** Milliseconds of any year up to 9999 have no more digits, so that keys sort as moments do. */
const momentDigits = 15;

/** Of a slot's form; every write sets it, and a reader refuses another. */
export const slotSchemaVersion = 1;

const Sample = z.object({
  heartRate: z.optional(z.number()),
  steps: z.optional(z.number()),
  calories: z.optional(z.number()),
  distance: z.optional(z.number()),
  batteryLevel: z.optional(z.number()),
  activityState: z.optional(z.string()),
  watchVerdict: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  receivedAtMs: z.number(),
  writer: z.string(),
  score: z.optional(
    z.object({
      anomalyScore: z.number(),
      source: z.enum(['model', 'rules']),
      reasons: z._default(z.array(z.string()), []),
      contributions: z._default(z.record(z.string(), z.number()), {}),
      modelVersion: z.optional(z.string()),
    }),
  ),
});

const SlotRow = z.looseObject({
  SK: z.string(),
  schemaVersion: z.literal(slotSchemaVersion),
  revision: z.number(),
  unscoredOf: z.optional(z.string()),
});

/** A slot as it was read. */
export interface SampleSlot {
  /** In order of time. */
  readonly samples: readonly WatchSample[];
  /** Grows with every write. */
  readonly revision: number;
  /** Whether it is listed as holding samples without a score. */
  readonly isListed: boolean;
}

/** Of everything that one person's watches sent. */
export const partitionOf = (userId: string): string => `USER#${userId}`;

/** What a device's sort keys begin with; a device's name may hold any character, `#` too. */
export const devicePrefix = (deviceId: string): string => `SAMPLES#${encodeURIComponent(deviceId)}#`;

const startOf = (timestampMs: number): number => Math.floor(timestampMs / slotMs) * slotMs;

/** The sort key of the slot that holds a moment of a device. */
export const slotSortKey = (deviceId: string, timestampMs: number): string =>
  `${devicePrefix(deviceId)}${String(startOf(timestampMs)).padStart(momentDigits, '0')}`;

/** The whole key of that slot. */
export const slotKey = ({ userId, deviceId }: Device, timestampMs: number) => ({
  PK: partitionOf(userId),
  SK: slotSortKey(deviceId, timestampMs),
});

/** Whose slot a sort key names, and which stretch of time it holds. */
export const rangeOfSlot = (sortKey: string) => {
  const [, deviceId = '', start = '0'] = sortKey.split('#');
  const fromMs = Number(start);
  return { deviceId: decodeURIComponent(deviceId), fromMs, toMs: fromMs + slotMs - 1 };
};

/** Things with a moment, by the slot that holds it. */
export const bySlot = <T>(items: Iterable<T>, momentOf: (item: T) => number): readonly (readonly T[])[] => [
  ...Map.groupBy(items, (item) => startOf(momentOf(item))).values(),
];

/** The attribute of a slot that holds the sample of a moment. */
export const sampleAttribute = (timestampMs: number): string => `s${timestampMs}`;

/** What such an attribute holds; what is empty is left out. */
export const valueOfSample = ({ timestampMs: _, score, ...sample }: WatchSample) =>
  withoutUndefined({ ...sample, score: score === undefined ? undefined : valueOfScore(score) });

/** How a score is stored; what is empty is left out. */
export const valueOfScore = ({ reasons, contributions, ...score }: SampleScore) =>
  withoutUndefined({
    ...score,
    reasons: reasons.length === 0 ? undefined : reasons,
    contributions: Object.keys(contributions).length === 0 ? undefined : contributions,
  });

/**
 * A slot from its stored item.
 *
 * @throws {z.ZodError} when the item has another schema version or form
 */
export const parseSlot = (item: unknown): SampleSlot => {
  const row = SlotRow.parse(item);
  const samples = Object.entries(row)
    .filter(([name]) => /^s\d+$/.test(name))
    .map(([name, value]) => ({ timestampMs: Number(name.slice(1)), ...Sample.parse(value) }))
    .sort((a, b) => a.timestampMs - b.timestampMs);
  return { samples, revision: row.revision, isListed: row.unscoredOf !== undefined };
};
