import { isWeekend } from '../time/is-weekend.ts';
import { type DayClock, utcClock } from '../time/utc-clock.ts';
import { type HealthSample, type MeasuredFeatureName, measuredFeatureNames } from './health-sample.ts';
import type { WearableModelSettings } from './model-settings.ts';

/** Samples as numbers, one row each. */
export interface FeatureRows {
  /** Ms since 1970, shape [n]. */
  readonly timestampsMs: Float64Array;
  /** Features in their own units, row by row, shape [n, features]; NaN where a value is missing. */
  readonly values: Float32Array;
}

const msPerDay = 86_400_000;

const isMeasured = (name: string): name is MeasuredFeatureName =>
  measuredFeatureNames.some((measured) => measured === name);

/** Position of the local time on the circle of the day, as a fraction of a turn. */
const turnOf = (at: number, clock: DayClock) => (2 * Math.PI * clock.msOfDay(at)) / msPerDay;

const calendar: Readonly<Record<string, (at: number, clock: DayClock) => number>> = {
  hour_sin: (at, clock) => Math.sin(turnOf(at, clock)),
  hour_cos: (at, clock) => Math.cos(turnOf(at, clock)),
  is_weekend: (at, clock) => (isWeekend(clock.dayOf(at)) ? 1 : 0),
};

/**
 * What one feature of each sample is worth, in order of time.
 *
 * @throws {RangeError} for a feature that neither is measured nor follows from the time
 */
const makeColumn = (name: string, maxGapMs: number, clock: DayClock): ((sample: HealthSample) => number) => {
  if (isMeasured(name)) {
    let last = Number.NaN;
    let lastAt = Number.NEGATIVE_INFINITY;
    return (sample) => {
      const value = sample[name];
      if (value !== undefined) {
        last = value;
        lastAt = sample.timestampMs;
      }
      return sample.timestampMs - lastAt <= maxGapMs ? last : Number.NaN;
    };
  }
  const ofTime = calendar[name];
  if (ofTime === undefined) {
    throw new RangeError(
      `A watch's samples have no feature ${name}; known are ${[...measuredFeatureNames, ...Object.keys(calendar)].join(', ')}.`,
    );
  }
  return (sample) => ofTime(sample.timestampMs, clock);
};

/**
 * Samples as the rows that windows are cut from: measured values, each carried forward over samples that lack it
 * but no further than the longest gap, and the local time as sine and cosine of the fractional hour.
 *
 * @param samples - of one user, ascending in time, amounts per interval (see `differenceCounters`)
 * @param settings - which features, in which order
 * @param clock - `zoneClock` of the user's time zone if that is known
 * @throws {RangeError} when the settings name an unknown feature
 * @example
 * featureRows([{ timestampMs: Date.UTC(2024, 0, 6, 6), heartRate: 61 }], { featureNames: ['heartRate', 'hour_sin', 'is_weekend'], maxGapSeconds: 60 }).values // => [61, 1, 1]
 */
export const featureRows = (
  samples: readonly HealthSample[],
  { featureNames, maxGapSeconds }: Pick<WearableModelSettings, 'featureNames' | 'maxGapSeconds'>,
  clock: DayClock = utcClock,
): FeatureRows => {
  const columns = featureNames.map((name) => makeColumn(name, maxGapSeconds * 1000, clock));
  const values = new Float32Array(samples.length * columns.length);
  samples.forEach((sample, row) => {
    columns.forEach((column, feature) => {
      values[row * columns.length + feature] = column(sample);
    });
  });
  return { timestampsMs: Float64Array.from(samples, (sample) => sample.timestampMs), values };
};
