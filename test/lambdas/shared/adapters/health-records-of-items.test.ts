import { describe, expect, it } from 'vitest';
import { healthRecordItems } from '../../../../lambdas/shared/adapters/health-record-items.ts';
import { healthRecordsOfItems } from '../../../../lambdas/shared/adapters/health-records-of-items.ts';
import type { HealthRecords } from '../../../../ml/narratives/records/validate-records.ts';

const interval = (id: string) => ({
  id,
  source: 'app',
  modifiedAtMs: 5,
  startMs: 1_000,
  endMs: 90_000,
  offsetMinutes: 60,
});

describe('stored health records', () => {
  it.each<HealthRecords & { recordType: Parameters<typeof healthRecordsOfItems>[0] }>([
    { recordType: 'StepsRecord', records: [{ ...interval('a'), isUnfinished: false, amount: 7 }] },
    {
      recordType: 'ActiveCaloriesBurnedRecord',
      records: [{ ...interval('a'), isUnfinished: true, amount: 0.5 }],
    },
    {
      recordType: 'SleepSessionRecord',
      records: [
        { ...interval('a'), isUnfinished: false, stages: [{ startMs: 1_000, endMs: 60_000, stage: 'rem' }] },
        { ...interval('b'), isUnfinished: false, stages: [] },
      ],
    },
    {
      recordType: 'HeartRateRecord',
      records: [
        {
          ...interval('long'),
          // More than one item holds.
          samples: Array.from({ length: 9_001 }, (_, index) => ({
            atMs: 1_000 + index,
            bpm: 60 + (index % 40),
          })),
          rejectedSamples: 0,
        },
      ],
    },
  ])('of $recordType come back as they were stored', (stored) => {
    const items = healthRecordItems('ada', stored);
    expect(healthRecordsOfItems(stored.recordType, items)).toEqual(stored);
  });

  it('of another schema version are refused', () => {
    const [item] = healthRecordItems('ada', {
      recordType: 'StepsRecord',
      records: [{ ...interval('a'), isUnfinished: false, amount: 7 }],
    });
    expect(() => healthRecordsOfItems('StepsRecord', [{ ...item, schemaVersion: 2 }])).toThrow();
  });
});
