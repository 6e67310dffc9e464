import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import { severityOf } from '../../ml/wearable/calibrated-score.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { HealthHistory } from '../shared/ports/health-history.ts';
import type { WatchSample } from '../shared/ports/health-metrics.ts';
import type { HistoryRequest } from './schema.ts';

/** One sample as the app shows it. */
export interface HistoryEntry {
  readonly deviceId: string;
  readonly timestamp: number;
  readonly metrics: Readonly<Record<string, number | string>>;
  /** Null while the sample waits for its score. */
  readonly anomalyScore: number | null;
  readonly severity?: string;
  readonly source?: string;
  readonly reasons?: readonly string[];
  readonly contributions?: Readonly<Record<string, number>>;
}

export interface HistoryAnswer {
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** The `cursor` of the next page, if there may be one. */
  readonly next?: string;
}

interface Place {
  readonly timestampMs: number;
  readonly deviceId: string;
}

const readsAtOnce = 8;

/** A page of what a person's watches measured, newest first, of one device or all. */
export const makeReadHistory =
  ({ history }: { history: HealthHistory }) =>
  async (request: HistoryRequest): Promise<HistoryAnswer> => {
    const { userId, fromMs, limit } = request;
    const after = request.cursor === undefined ? undefined : placeOf(request.cursor);
    const devices = request.deviceId === undefined ? await history.devices(userId) : [request.deviceId];
    const pages = await mapWithLimit(devices, readsAtOnce, async (deviceId) => {
      const toMs = Math.min(request.toMs, after === undefined ? request.toMs : lastAfter(after, deviceId));
      if (toMs < fromMs) return [];
      const samples = await history.newest({ userId, deviceId }, { fromMs, toMs, limit });
      return samples.map((sample) => ({ ...sample, deviceId }));
    });
    const ordered = pages.flat().sort(newestFirst);
    const page = ordered.slice(0, limit);
    const last = page.at(-1);
    return {
      history: page.map(entryOf),
      ...(last !== undefined && page.length === limit && { next: cursorOf(last) }),
    };
  };

/** Newest first; samples of one moment by the name of their device. */
const newestFirst = (a: Place, b: Place): number =>
  b.timestampMs - a.timestampMs || (a.deviceId < b.deviceId ? -1 : 1);

/** The last moment of a device that comes after a place in that order. */
const lastAfter = (place: Place, deviceId: string): number =>
  deviceId > place.deviceId ? place.timestampMs : place.timestampMs - 1;

const cursorOf = ({ timestampMs, deviceId }: Place): string =>
  `${timestampMs}.${encodeURIComponent(deviceId)}`;

const placeOf = (cursor: string): Place => {
  try {
    const [, moment, device = ''] = /^(\d{1,15})\.(.+)$/.exec(cursor) ?? [];
    if (moment !== undefined) return { timestampMs: Number(moment), deviceId: decodeURIComponent(device) };
  } catch {
    // Not what `cursorOf` writes, as below.
  }
  throw new InvalidRequestError([
    { field: 'cursor', allowed: 'what an answer gave as next', arrived: 'another text' },
  ]);
};

const entryOf = (sample: WatchSample & Place): HistoryEntry => {
  const { heartRate, steps, calories, distance, batteryLevel, activityState, score } = sample;
  const measured = { heartRate, steps, calories, distance, batteryLevel, activityState };
  const metrics = Object.entries(measured).filter(
    (pair): pair is [string, number | string] => pair[1] !== undefined,
  );
  return {
    deviceId: sample.deviceId,
    timestamp: sample.timestampMs,
    metrics: Object.fromEntries(metrics),
    anomalyScore: score?.anomalyScore ?? null,
    ...(score !== undefined && {
      severity: severityOf(score.anomalyScore),
      source: score.source,
      reasons: score.reasons,
      contributions: score.contributions,
    }),
  };
};
