import * as z from 'zod';
import { Instant } from './instant.ts';
import { RecordSource } from './record-source.ts';
import { ZoneOffset } from './zone-offset.ts';

/** One RMSSD of successive heart beats, 1 to 300 ms. */
export const HrvRmssdRecord = z
  .object({
    metadata: RecordSource,
    timeEpochMillis: Instant,
    zoneOffsetId: ZoneOffset,
    heartRateVariabilityRmssd: z.number().min(1).max(300),
  })
  .transform((record) => ({
    id: record.metadata.id,
    source: record.metadata.dataOriginPackageName,
    modifiedAtMs: record.metadata.lastModifiedTimeEpochMillis,
    atMs: record.timeEpochMillis,
    offsetMinutes: record.zoneOffsetId,
    rmssdMs: record.heartRateVariabilityRmssd,
  }));
export type HrvRmssdRecord = z.infer<typeof HrvRmssdRecord>;
