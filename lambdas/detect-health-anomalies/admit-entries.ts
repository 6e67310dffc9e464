import { earliestSampleMs } from '../../ml/wearable/health-sample.ts';
import type { Indexed, Rejection } from './schema.ts';
import type { MeasuredEntry } from './wear-entry.ts';

const aheadMs = 5 * 60_000;
const measuredNames = [
  'heartRate',
  'steps',
  'calories',
  'distance',
  'batteryLevel',
  'activityState',
] as const;

/** Stands for a device's moment. */
export const momentOf = ({
  deviceId,
  timestampMs,
}: Pick<MeasuredEntry, 'deviceId' | 'timestampMs'>): string => `${timestampMs} ${deviceId}`;

/** Whether two records of one moment say the same was measured. */
export const isSameMeasurement = (one: Partial<MeasuredEntry>, other: Partial<MeasuredEntry>): boolean =>
  measuredNames.every((name) => one[name] === other[name]);

export const conflict = (index: number): Rejection => ({
  index,
  code: 'conflict',
  message: 'Other values are stored for this device and moment; the first that came stay.',
});

export interface Admission {
  /** One for each moment. */
  readonly entries: readonly Indexed<MeasuredEntry>[];
  /** Metrics that say the same as an earlier one of the request, with the index of that one. */
  readonly repeats: readonly { readonly index: number; readonly of: number }[];
  readonly rejected: readonly Rejection[];
}

/**
 * Tells which metrics of a request may be stored: of moments that a watch can have lived, and of each moment one.
 *
 * @param now - milliseconds since 1970 UTC
 */
export const admitEntries = (entries: readonly Indexed<MeasuredEntry>[], now: number): Admission => {
  const admitted = new Map<string, Indexed<MeasuredEntry>>();
  const repeats: { index: number; of: number }[] = [];
  const rejected: Rejection[] = [];
  for (const { index, entry } of entries) {
    const refusal = refusalOf(entry.timestampMs, now);
    const first = admitted.get(momentOf(entry));
    if (refusal !== undefined) rejected.push({ index, ...refusal });
    else if (first === undefined) admitted.set(momentOf(entry), { index, entry });
    else if (isSameMeasurement(first.entry, entry)) repeats.push({ index, of: first.index });
    else rejected.push(conflict(index));
  }
  return { entries: [...admitted.values()], repeats, rejected };
};

const refusalOf = (timestampMs: number, now: number): Omit<Rejection, 'index'> | undefined => {
  if (timestampMs > now + aheadMs) {
    const message = 'timestamp must not lie more than 5 minutes ahead; set the clock of the watch.';
    return { code: 'timestamp-ahead', message };
  }
  if (timestampMs >= earliestSampleMs) return undefined;
  const message = 'timestamp must lie after 1999; it is milliseconds since 1970 UTC, not seconds.';
  return { code: 'timestamp-before-2000', message };
};
