import type * as z from 'zod';
import type { RecordType } from '../record-type.ts';
import { ActiveCaloriesRecord } from './active-calories-record.ts';
import { BloodGlucoseRecord } from './blood-glucose-record.ts';
import { HeartRateRecord } from './heart-rate-record.ts';
import { HrvRmssdRecord } from './hrv-rmssd-record.ts';
import { SleepSessionRecord } from './sleep-session-record.ts';
import { StepsRecord } from './steps-record.ts';

/** Validated records, told apart by their type. */
export type HealthRecords =
  | { readonly recordType: 'BloodGlucoseRecord'; readonly records: readonly BloodGlucoseRecord[] }
  | { readonly recordType: 'HeartRateRecord'; readonly records: readonly HeartRateRecord[] }
  | { readonly recordType: 'SleepSessionRecord'; readonly records: readonly SleepSessionRecord[] }
  | { readonly recordType: 'StepsRecord'; readonly records: readonly StepsRecord[] }
  | { readonly recordType: 'ActiveCaloriesBurnedRecord'; readonly records: readonly ActiveCaloriesRecord[] }
  | { readonly recordType: 'HeartRateVariabilityRmssdRecord'; readonly records: readonly HrvRmssdRecord[] };

/** Why a record, or samples within one, were left out; never with the value itself. */
export interface RejectedRecord {
  /** Place in the file, from 0. */
  readonly index: number;
  readonly reason: 'out-of-range' | 'invalid-time' | 'malformed' | 'repeated';
  /** The field at fault. */
  readonly field: string;
  /** Measurements lost: 1, or the samples left out of a record that is kept. */
  readonly count: number;
}

export type ValidatedRecords = HealthRecords & { readonly rejected: readonly RejectedRecord[] };

/**
 * Sorts decoded records into those within clinical ranges and those left out, each with its reason; a record that
 * comes twice (same id) counts once, as last modified.
 *
 * @param decoded - as the Avro decoder gave them
 * @example
 * validateRecords('StepsRecord', [{ count: 12 }]).rejected // => [{ index: 0, reason: 'malformed', field: 'metadata', count: 1 }]
 */
export const validateRecords = (recordType: RecordType, decoded: readonly unknown[]): ValidatedRecords => {
  switch (recordType) {
    case 'BloodGlucoseRecord':
      return { recordType, ...sift(BloodGlucoseRecord, decoded) };
    case 'HeartRateRecord':
      return { recordType, ...sift(HeartRateRecord, decoded) };
    case 'SleepSessionRecord':
      return { recordType, ...sift(SleepSessionRecord, decoded) };
    case 'StepsRecord':
      return { recordType, ...sift(StepsRecord, decoded) };
    case 'ActiveCaloriesBurnedRecord':
      return { recordType, ...sift(ActiveCaloriesRecord, decoded) };
    case 'HeartRateVariabilityRmssdRecord':
      return { recordType, ...sift(HrvRmssdRecord, decoded) };
  }
};

interface Sifted {
  readonly id: string;
  readonly modifiedAtMs: number;
  readonly rejectedSamples?: number;
}

const sift = <T extends Sifted>(schema: z.ZodType<T>, decoded: readonly unknown[]) => {
  const kept = new Map<string, { readonly index: number; readonly record: T }>();
  const rejected: RejectedRecord[] = [];
  decoded.forEach((raw, index) => {
    const outcome = schema.safeParse(raw);
    if (!outcome.success) {
      rejected.push(rejectionOf(outcome.error, index));
      return;
    }
    const record = outcome.data;
    const earlier = kept.get(record.id);
    if (earlier === undefined) {
      kept.set(record.id, { index, record });
      return;
    }
    const isNewer = record.modifiedAtMs > earlier.record.modifiedAtMs;
    rejected.push({
      index: isNewer ? earlier.index : index,
      reason: 'repeated',
      field: 'metadata.id',
      count: 1,
    });
    if (isNewer) kept.set(record.id, { index, record });
  });
  for (const { index, record } of kept.values()) {
    const count = record.rejectedSamples ?? 0;
    if (count > 0) rejected.push({ index, reason: 'out-of-range', field: 'samples', count });
  }
  return { records: [...kept.values()].map(({ record }) => record), rejected };
};

const rejectionOf = (error: z.ZodError, index: number): RejectedRecord => {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  return { index, reason: reasonOf(issue, field), field, count: 1 };
};

const reasonOf = (issue: z.core.$ZodIssue | undefined, field: string): RejectedRecord['reason'] => {
  if (issue?.code === 'custom') {
    return issue.params?.['reject'] === 'out-of-range' ? 'out-of-range' : 'invalid-time';
  }
  if (issue?.code !== 'too_small' && issue?.code !== 'too_big') return 'malformed';
  if (issue.origin === 'string') return 'malformed';
  return /timeEpochMillis$/i.test(field) ? 'invalid-time' : 'out-of-range';
};
