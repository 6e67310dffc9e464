import { mean } from '../../stats/mean.ts';
import type { HeartRateRecord } from '../records/heart-rate-record.ts';

const msPerMinute = 60_000;

/** The mean heart rate of one minute that has samples. */
export interface MinuteRate {
  /** Minutes since 1970 UTC. */
  readonly minute: number;
  readonly bpm: number;
  /** Minutes ahead of UTC, as the record says. */
  readonly offsetMinutes: number | null;
}

/**
 * Samples of all sources as one mean a minute, in order of time.
 *
 * Sources sample at different rates, from once a second to once in ten minutes, and may overlap: without this the
 * busiest would outvote the others. O(n log n).
 *
 * @example
 * minuteRates([{ id: 'a', source: 's', modifiedAtMs: 0, startMs: 0, endMs: 60_000, offsetMinutes: 60, rejectedSamples: 0, samples: [{ atMs: 0, bpm: 60 }, { atMs: 59_999, bpm: 70 }] }]) // => [{ minute: 0, bpm: 65, offsetMinutes: 60 }]
 */
export const minuteRates = (records: readonly HeartRateRecord[]): readonly MinuteRate[] => {
  const minutes = new Map<number, { readonly rates: number[]; readonly offsetMinutes: number | null }>();
  for (const { samples, offsetMinutes } of records) {
    for (const { atMs, bpm } of samples) {
      const minute = Math.floor(atMs / msPerMinute);
      const known = minutes.get(minute);
      if (known === undefined) minutes.set(minute, { rates: [bpm], offsetMinutes });
      else known.rates.push(bpm);
    }
  }
  return [...minutes]
    .map(([minute, { rates, offsetMinutes }]) => ({ minute, bpm: mean(rates), offsetMinutes }))
    .sort((a, b) => a.minute - b.minute);
};
