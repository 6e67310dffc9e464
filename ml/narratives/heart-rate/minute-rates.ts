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
 * Samples of all sources as one mean a minute, in order of time: the mean of the sources' own means.
 *
 * Sources sample at different rates, from once a second to once in ten minutes, and may overlap: without this the
 * busiest would outvote the others. O(n log n).
 *
 * @example
 * minuteRates([{ id: 'a', source: 's', modifiedAtMs: 0, startMs: 0, endMs: 60_000, offsetMinutes: 60, rejectedSamples: 0, samples: [{ atMs: 0, bpm: 60 }, { atMs: 59_999, bpm: 70 }] }]) // => [{ minute: 0, bpm: 65, offsetMinutes: 60 }]
 */
export const minuteRates = (records: readonly HeartRateRecord[]): readonly MinuteRate[] => {
  const minutes = new Map<number, Minute>();
  for (const { samples, source, offsetMinutes } of records) {
    for (const { atMs, bpm } of samples) {
      const minute = Math.floor(atMs / msPerMinute);
      const known = minutes.get(minute) ?? { rates: new Map<string, number[]>(), offsetMinutes };
      minutes.set(minute, known);
      const ofSource = known.rates.get(source);
      if (ofSource === undefined) known.rates.set(source, [bpm]);
      else ofSource.push(bpm);
    }
  }
  return [...minutes]
    .map(([minute, { rates, offsetMinutes }]) => ({
      minute,
      bpm: mean([...rates.values()].map((ofSource) => mean(ofSource))),
      offsetMinutes,
    }))
    .sort((a, b) => a.minute - b.minute);
};

interface Minute {
  /** By source. */
  readonly rates: Map<string, number[]>;
  readonly offsetMinutes: number | null;
}
