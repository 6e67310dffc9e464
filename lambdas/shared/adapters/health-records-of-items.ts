import * as z from 'zod';
import type { HealthRecords } from '../../../ml/narratives/records/validate-records.ts';
import { healthRecordSchemaVersion } from './health-record-items.ts';

/** The types of stored records that features are made of. */
export const storedRecordTypes = [
  'StepsRecord',
  'ActiveCaloriesBurnedRecord',
  'HeartRateRecord',
  'SleepSessionRecord',
] as const;
type StoredRecordType = (typeof storedRecordTypes)[number];

const interval = {
  id: z.string(),
  source: z.string(),
  modifiedAtMs: z.number(),
  startMs: z.number(),
  endMs: z.number(),
  offsetMinutes: z.number().nullable(),
  isUnfinished: z.boolean(),
};
const { isUnfinished: _, ...finished } = interval;
const Amount = z.object({ ...interval, amount: z.number() });
const HeartRate = z.object({
  ...finished,
  samples: z.array(z.object({ atMs: z.number(), bpm: z.number() })).default([]),
});
const Sleep = z.object({
  ...interval,
  stages: z
    .array(
      z.object({
        startMs: z.number(),
        endMs: z.number(),
        stage: z.enum(['unknown', 'awake', 'sleeping', 'out_of_bed', 'light', 'deep', 'rem']),
      }),
    )
    .default([]),
});

const Version = z.looseObject({ SK: z.string(), schemaVersion: z.literal(healthRecordSchemaVersion) });

/** Rows of one record lie next to one another and differ in the last part of their keys only. */
const grouped = <Row extends { readonly SK: string }>(rows: readonly Row[]): readonly (readonly Row[])[] => [
  ...Map.groupBy(rows, ({ SK }) => SK.slice(0, SK.lastIndexOf('#'))).values(),
];

/**
 * Records from their stored rows, the other way round than `healthRecordItems`.
 *
 * @param items - of one person and type, in order of their keys
 * @throws {z.ZodError} when a row has another schema version or form
 */
export const healthRecordsOfItems = (
  recordType: StoredRecordType,
  items: readonly unknown[],
): HealthRecords => {
  const groups = grouped(z.array(Version).parse(items));
  switch (recordType) {
    case 'StepsRecord':
      return {
        recordType,
        records: groups.map(([first]) => Amount.parse(first)),
      };
    case 'ActiveCaloriesBurnedRecord':
      return { recordType, records: groups.map(([first]) => Amount.parse(first)) };
    case 'HeartRateRecord':
      return {
        recordType,
        records: groups.map((chunks) => {
          const parsed = z.array(HeartRate).min(1).parse(chunks);
          const samples = parsed.flatMap((chunk) => chunk.samples);
          return { ...HeartRate.parse(chunks[0]), samples, rejectedSamples: 0 };
        }),
      };
    case 'SleepSessionRecord':
      return {
        recordType,
        records: groups.map((chunks) => {
          const stages = z
            .array(Sleep)
            .parse(chunks)
            .flatMap((chunk) => chunk.stages);
          return { ...Sleep.parse(chunks[0]), stages };
        }),
      };
  }
};
