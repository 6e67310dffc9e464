import type { HealthMetrics, SampleScore, WatchSample } from '../shared/ports/health-metrics.ts';
import { isSameMeasurement } from './admit-entries.ts';
import type { GatheredDevice } from './gather-samples.ts';
import type { MeasuredEntry } from './wear-entry.ts';

/** What became of one metric: stored now, stored before, other values there, or no room for it. */
export type Outcome =
  | { readonly kind: 'accepted' | 'duplicate'; readonly score: SampleScore | undefined }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'too-dense' };

export interface Storing {
  readonly metrics: HealthMetrics;
  /** Stands for this call, to tell what it stored itself from what another did. */
  readonly writer: string;
  readonly now: number;
}

/**
 * Stores a device's new metrics with their scores, gives those that were stored without one theirs, and tells what
 * became of each metric of the request. The store decides which of several calls was first.
 *
 * @param scores - by moment; empty where nothing could be scored
 * @returns by moment
 */
export const storeSamples = async (
  { metrics, writer, now }: Storing,
  gathered: GatheredDevice,
  scores: ReadonlyMap<number, SampleScore>,
): Promise<ReadonlyMap<number, Outcome>> => {
  const { device, entries, stored } = gathered;
  const fresh = entries
    .filter(({ timestampMs }) => !stored.has(timestampMs))
    .map(({ deviceId: _, ...entry }) => ({
      ...entry,
      score: scores.get(entry.timestampMs),
      receivedAtMs: now,
      writer,
    }));
  const written = fresh.length === 0 ? new Map<number, WatchSample>() : await metrics.put(device, fresh);
  const at = (moment: number) => written.get(moment) ?? stored.get(moment);
  const late = new Map(
    [...scores].filter(([moment]) => at(moment) !== undefined && at(moment)?.score === undefined),
  );
  if (late.size > 0) await metrics.score(device, late);
  return new Map(
    entries.map((entry) => [
      entry.timestampMs,
      outcomeOf(entry, { sample: at(entry.timestampMs), writer, late: late.get(entry.timestampMs) }),
    ]),
  );
};

const outcomeOf = (
  entry: MeasuredEntry,
  {
    sample,
    writer,
    late,
  }: { sample: WatchSample | undefined; writer: string; late: SampleScore | undefined },
): Outcome => {
  if (sample === undefined) return { kind: 'too-dense' };
  if (!isSameMeasurement(entry, sample)) return { kind: 'conflict' };
  return { kind: sample.writer === writer ? 'accepted' : 'duplicate', score: sample.score ?? late };
};
