import { describe, expect, it } from 'vitest';
import { validateRecords } from '../../../../ml/narratives/records/validate-records.ts';

const startMs = Date.UTC(2025, 10, 15);
const hourMs = 3_600_000;

const metadata = (id: string, modifiedAtMs = 1) => ({
  id,
  dataOriginPackageName: 'test.app',
  lastModifiedTimeEpochMillis: modifiedAtMs,
});

const steps = (id: string, count: number, more: object = {}) => ({
  metadata: metadata(id),
  startTimeEpochMillis: startMs,
  endTimeEpochMillis: startMs + hourMs,
  startZoneOffsetId: '-05:00',
  count,
  ...more,
});

const reasons = (records: readonly unknown[]) =>
  validateRecords('StepsRecord', records).rejected.map(({ reason, field }) => [reason, field]);

describe('validateRecords', () => {
  it('names the field and the reason, and never the value', () => {
    expect(
      reasons([
        steps('a', -1),
        steps('b', 100_001),
        steps('c', 10, { endTimeEpochMillis: startMs }),
        steps('d', 10, { endTimeEpochMillis: startMs + 49 * hourMs }),
        steps('e', 10, { startTimeEpochMillis: 12 }),
        steps('f', 1.5),
        { ...steps('g', 1), metadata: undefined },
        null,
        'text',
      ]),
    ).toEqual([
      ['out-of-range', 'count'],
      ['out-of-range', 'count'],
      ['invalid-time', 'endTimeEpochMillis'],
      ['invalid-time', 'endTimeEpochMillis'],
      ['invalid-time', 'startTimeEpochMillis'],
      ['malformed', 'count'],
      ['malformed', 'metadata'],
      ['malformed', ''],
      ['malformed', ''],
    ]);
    expect(JSON.stringify(validateRecords('StepsRecord', [steps('a', 123_456)]).rejected)).not.toContain(
      '123',
    );
  });

  it('keeps of two records with one id the one modified last', () => {
    const older = steps('a', 10);
    const newer = { ...steps('a', 20), metadata: metadata('a', 2) };
    for (const pair of [
      [older, newer],
      [newer, older],
    ]) {
      const { records, rejected } = validateRecords('StepsRecord', pair);
      expect(records).toMatchObject([{ amount: 20 }]);
      expect(rejected).toMatchObject([{ reason: 'repeated', index: pair.indexOf(older) }]);
    }
  });

  it("ends a day's total when it was exported", () => {
    const day = steps('a', 10, {
      endTimeEpochMillis: startMs + 24 * hourMs,
      appRecordFetchTimeEpochMillis: startMs + 17 * hourMs,
    });
    expect(validateRecords('StepsRecord', [day]).records).toMatchObject([
      { endMs: startMs + 17 * hourMs, isUnfinished: true, offsetMinutes: -300 },
    ]);
  });

  it('lets a heart-rate sample out of range cost itself, and a record without any left the record', () => {
    const beats = (id: string, rates: readonly number[]) => ({
      ...steps(id, 0),
      samples: rates.map((beatsPerMinute, i) => ({ timeEpochMillis: startMs + i, beatsPerMinute })),
    });
    const { records, rejected } = validateRecords('HeartRateRecord', [
      beats('a', [60, 0, 300]),
      beats('b', [5]),
    ]);
    expect(records).toMatchObject([{ samples: [{ bpm: 60 }], rejectedSamples: 2 }]);
    expect(rejected).toEqual([
      { index: 1, reason: 'out-of-range', field: 'samples', count: 1 },
      { index: 0, reason: 'out-of-range', field: 'samples', count: 2 },
    ]);
  });

  it('puts 180 mg/dL back in range after a way through mmol/L', () => {
    const reading = {
      metadata: metadata('a'),
      timeEpochMillis: startMs,
      zoneOffsetId: 'nonsense',
      levelInMilligramsPerDeciliter: 180.00000000000003,
      relationToMeal: 'SOMETHING_NEW',
    };
    expect(validateRecords('BloodGlucoseRecord', [reading]).records).toMatchObject([
      { mgPerDl: 180, relationToMeal: 'unknown', offsetMinutes: null },
    ]);
  });

  it('leaves titles and notes of sleep behind', () => {
    const night = {
      ...steps('a', 0),
      endTimeEpochMillis: startMs + 8 * hourMs,
      notes: 'call my doctor',
      stages: [],
    };
    const { records } = validateRecords('SleepSessionRecord', [night, { ...night, metadata: metadata('b') }]);
    expect(JSON.stringify(records)).not.toContain('doctor');
    expect(records).toHaveLength(2);
  });

  it.each([
    ['ActiveCaloriesBurnedRecord', { energyInKilocalories: 10_001 }],
    ['HeartRateVariabilityRmssdRecord', { timeEpochMillis: startMs, heartRateVariabilityRmssd: 0.5 }],
  ] as const)('holds %s to its range', (recordType, fields) => {
    expect(validateRecords(recordType, [{ ...steps('a', 0), ...fields }]).rejected).toMatchObject([
      { reason: 'out-of-range' },
    ]);
  });
});
