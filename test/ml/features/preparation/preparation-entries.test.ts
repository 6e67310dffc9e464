import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPreparationFeatures } from '../../../../ml/features/preparation/extract-preparation-features.ts';
import { preparationEntries } from '../../../../ml/features/preparation/preparation-entries.ts';
import { validateRecords } from '../../../../ml/narratives/records/validate-records.ts';

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;
const day = 24 * hour;
const midnight = at('2024-05-05T00:00Z');

const metadata = (id: string, source = 'app') => ({
  id,
  dataOriginPackageName: source,
  lastModifiedTimeEpochMillis: 1,
});
const interval = (id: string, startMs: number, endMs: number, source?: string) => ({
  metadata: metadata(id, source),
  startTimeEpochMillis: startMs,
  endTimeEpochMillis: endMs,
  startZoneOffsetId: 'Z',
});
const featuresOf = (sources: Parameters<typeof preparationEntries>[0], asOf: number) =>
  extractPreparationFeatures({ entries: preparationEntries(sources, asOf), asOf, timeZone: 'UTC' }).features;

describe('a watch', () => {
  it('gives heart rate and amounts, counters differenced into what each date had', () => {
    // A counter that is at 5,000 when the watch wakes, rises by 100 an hour and starts anew at midnight.
    const samples = Array.from({ length: 30 }, (_, i) => ({
      timestampMs: midnight - 12 * hour + i * hour,
      steps: i < 12 ? 5000 + 100 * i : 100 * (i - 11),
      heartRate: 60 + i,
    }));
    const asOf = midnight + 17 * hour;
    const features = featuresOf({ watches: new Map([['wrist', samples]]) }, asOf);
    // Eleven rises of 100 before midnight (the first reading is not known to be of that date).
    expect(features['steps_lag_1d']).toBe(1100);
    expect(features['heart_rate_lag_1d']).toBeCloseTo(60 + 5.5, 12);
    expect(features['steps_daily_max']).toBe(1800);
  });
});

describe('a watch whose readings only rise', () => {
  it('is not taken for a counter by what it shows later', () => {
    const samples = Array.from({ length: 40 }, (_, i) => ({
      timestampMs: midnight + i * hour,
      steps: 10 * (i + 1),
    }));
    const watches = new Map([['wrist', samples]]);
    // Five rises can be chance, so that the amounts add up: 10 + 20 + 30 + 40 + 50.
    expect(featuresOf({ watches }, midnight + 4 * hour)['steps_rolling_7d']).toBe(150);
    // Forty are a counter: its last date went from 240 to 400.
    expect(featuresOf({ watches }, midnight + 39 * hour)['steps_rolling_7d']).toBe((230 + 160) / 2);
  });
});

describe('health records', () => {
  it('count a day’s total for its date and by the greater source, once it has passed', () => {
    const records = [
      validateRecords('StepsRecord', [
        { ...interval('a', midnight - day, midnight, 'phone'), count: 6000 },
        { ...interval('b', midnight - 10 * hour, midnight - 9 * hour, 'watch'), count: 4000 },
        { ...interval('c', midnight - 5 * hour, midnight - 4 * hour, 'watch'), count: 3500 },
        { ...interval('d', midnight, midnight + day, 'phone'), count: 9999 },
      ]),
    ];
    const features = featuresOf({ records }, midnight + hour);
    expect(features['steps_lag_1d']).toBe(7500);
    expect(features['steps_daily_max']).toBe(7500);
  });

  it('count sleep for the date of waking, one night once, and asleep by stages where they are told', () => {
    const staged = {
      ...interval('n1', midnight - 2 * hour, midnight + 6 * hour, 'ring'),
      stages: [
        { startTimeEpochMillis: midnight - hour, endTimeEpochMillis: midnight + 5 * hour, stage: 'LIGHT' },
        {
          startTimeEpochMillis: midnight + 5 * hour,
          endTimeEpochMillis: midnight + 6 * hour,
          stage: 'AWAKE',
        },
      ],
    };
    const plain = interval('n2', midnight - 2.5 * hour, midnight + 6.5 * hour, 'phone');
    const records = [validateRecords('SleepSessionRecord', [staged, plain])];
    const features = featuresOf({ records }, midnight + 12 * hour);
    expect(features['sleep_rolling_7d']).toBe(360);
    expect(features['sleep_daily_mean']).toBe(360);
    // At midnight nobody has woken yet.
    expect(featuresOf({ records }, midnight)['sleep_daily_mean']).toBeNull();
  });

  it('give heart rate by sample and active energy, and nothing of glucose or variability', () => {
    const records = [
      validateRecords('HeartRateRecord', [
        {
          ...interval('h', midnight, midnight + hour),
          samples: [
            { timeEpochMillis: midnight + 1, beatsPerMinute: 60 },
            { timeEpochMillis: midnight + 2, beatsPerMinute: 80 },
          ],
        },
      ]),
      validateRecords('ActiveCaloriesBurnedRecord', [
        { ...interval('e', midnight, midnight + hour), energyInKilocalories: 120 },
      ]),
      validateRecords('HeartRateVariabilityRmssdRecord', []),
      validateRecords('BloodGlucoseRecord', []),
    ];
    const features = featuresOf({ records }, midnight + 2 * hour);
    expect(features).toMatchObject({
      heart_rate_daily_mean: 70,
      calories_daily_mean: 120,
      steps_daily_mean: null,
    });
    expect(featuresOf({ records }, midnight + 1)['heart_rate_daily_mean']).toBe(60);
  });
});

describe('the journal', () => {
  it('gives mood, check-ins, sessions and which parts of the app were used', () => {
    const journal = {
      moods: [{ at: midnight + 1, mood: 8 }],
      chats: [{ at: midnight + 2, text: 'x' }],
      selfies: [{ at: midnight + 3 }],
      sessions: [{ at: midnight + 4, durationSeconds: 60 }],
    };
    expect(featuresOf({ journal }, midnight + 9)).toMatchObject({
      mood_daily_mean: 8,
      check_ins_1d: 1,
      sessions_1d: 1,
      session_minutes_1d: 1,
      uses_1d: 3,
      features_used_1d: 3,
    });
    expect(featuresOf({ journal }, midnight + 2)).toMatchObject({ uses_1d: 2, sessions_1d: null });
  });
});

describe('whatever the sources', () => {
  it('nothing after the instant changes a feature, not even how a counter is read', () => {
    const reading = fc.record({
      timestampMs: fc.integer({ min: midnight - day, max: midnight + day }),
      steps: fc.nat(9000),
      heartRate: fc.integer({ min: 40, max: 180 }),
    });
    fc.assert(
      fc.property(
        fc.array(reading, { maxLength: 40 }),
        fc.integer({ min: midnight - day, max: midnight + day }),
        (readings, asOf) => {
          const samples = readings.toSorted((one, other) => one.timestampMs - other.timestampMs);
          const past = samples.filter(({ timestampMs }) => timestampMs <= asOf);
          expect(featuresOf({ watches: new Map([['w', samples]]) }, asOf)).toEqual(
            featuresOf({ watches: new Map([['w', past]]) }, asOf),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
