import type { ActivityInterval } from '../../ml/narratives/activity/activity-figures.ts';
import type { BloodGlucoseRecord } from '../../ml/narratives/records/blood-glucose-record.ts';
import type { HeartRateRecord } from '../../ml/narratives/records/heart-rate-record.ts';
import type { HrvRmssdRecord } from '../../ml/narratives/records/hrv-rmssd-record.ts';
import type { SleepSessionRecord } from '../../ml/narratives/records/sleep-session-record.ts';

/** Saturday 15 November 2025, 00:00 UTC. */
export const midnightMs = Date.UTC(2025, 10, 15);
export const msPerMinute = 60_000;
export const msPerHour = 60 * msPerMinute;
export const msPerDay = 24 * msPerHour;

const common = (id: string) => ({ id, source: 'test.app', modifiedAtMs: 0, offsetMinutes: 60 });

/** A glucose reading so many minutes after midnight UTC; the wearer is an hour ahead. */
export const glucose = (
  minute: number,
  mgPerDl: number,
  more: Partial<BloodGlucoseRecord> = {},
): BloodGlucoseRecord => ({
  ...common(`g${minute}`),
  atMs: midnightMs + minute * msPerMinute,
  mgPerDl,
  relationToMeal: 'unknown',
  ...more,
});

/** Heart rate of one sample a minute from a minute on. */
export const heartRate = (
  firstMinute: number,
  bpm: readonly number[],
  more: Partial<HeartRateRecord> = {},
): HeartRateRecord => ({
  ...common(`h${firstMinute}`),
  startMs: midnightMs + firstMinute * msPerMinute,
  endMs: midnightMs + (firstMinute + bpm.length) * msPerMinute,
  samples: bpm.map((rate, i) => ({ atMs: midnightMs + (firstMinute + i) * msPerMinute, bpm: rate })),
  rejectedSamples: 0,
  ...more,
});

/** Sleep between two hours after midnight UTC of a day, perhaps negative. */
export const sleep = (
  day: number,
  fromHour: number,
  toHour: number,
): SleepSessionRecord & { readonly stages: [] } => ({
  ...common(`s${day} ${fromHour}`),
  startMs: midnightMs + day * msPerDay + fromHour * msPerHour,
  endMs: midnightMs + day * msPerDay + toHour * msPerHour,
  isUnfinished: false,
  stages: [],
});

export const hrv = (minute: number, rmssdMs: number): HrvRmssdRecord => ({
  ...common(`v${minute}`),
  atMs: midnightMs + minute * msPerMinute,
  rmssdMs,
});

/** An amount between two hours after midnight UTC. */
export const amount = (
  source: string,
  [fromHour, toHour]: readonly [number, number],
  counted: number,
): ActivityInterval & { readonly id: string; readonly modifiedAtMs: number } => ({
  ...common(`${source} ${fromHour}`),
  source,
  startMs: midnightMs + fromHour * msPerHour,
  endMs: midnightMs + toHour * msPerHour,
  offsetMinutes: 0,
  isUnfinished: false,
  amount: counted,
});
