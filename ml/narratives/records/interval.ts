import * as z from 'zod';
import { Instant } from './instant.ts';
import { RecordSource } from './record-source.ts';
import { ZoneOffset } from './zone-offset.ts';

/** Two days: nothing that a wearable totals in one record lasts longer. */
export const longestIntervalMs = 2 * 86_400_000;

/** The fields that every record over a stretch of time has. */
export const intervalFields = {
  metadata: RecordSource,
  startTimeEpochMillis: Instant,
  endTimeEpochMillis: Instant,
  startZoneOffsetId: ZoneOffset,
  appRecordFetchTimeEpochMillis: z.number().nullish(),
};

interface DecodedInterval {
  readonly metadata: RecordSource;
  readonly startTimeEpochMillis: number;
  readonly endTimeEpochMillis: number;
  readonly startZoneOffsetId: number | null;
  readonly appRecordFetchTimeEpochMillis?: number | null | undefined;
}

/**
 * A stretch of time, `startMs` ≤ t < `endMs`, from one source.
 *
 * A day's total that was exported before midnight ends when it was exported: the rest has not happened.
 */
export const toInterval = (record: DecodedInterval) => {
  const exportedAtMs = record.appRecordFetchTimeEpochMillis ?? Number.POSITIVE_INFINITY;
  const isCut = exportedAtMs > record.startTimeEpochMillis && exportedAtMs < record.endTimeEpochMillis;
  return {
    id: record.metadata.id,
    source: record.metadata.dataOriginPackageName,
    modifiedAtMs: record.metadata.lastModifiedTimeEpochMillis,
    startMs: record.startTimeEpochMillis,
    endMs: isCut ? exportedAtMs : record.endTimeEpochMillis,
    offsetMinutes: record.startZoneOffsetId,
    isUnfinished: isCut,
  };
};

/** Whether a stretch is of some length, and of no more than two days. */
export const hasLength = (record: { startTimeEpochMillis: number; endTimeEpochMillis: number }): boolean =>
  record.endTimeEpochMillis > record.startTimeEpochMillis &&
  record.endTimeEpochMillis - record.startTimeEpochMillis <= longestIntervalMs;

export const lengthIssue = { path: ['endTimeEpochMillis'], params: { reject: 'invalid-time' } };
