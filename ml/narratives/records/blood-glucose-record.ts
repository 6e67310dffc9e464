import * as z from 'zod';
import { Instant } from './instant.ts';
import { RecordSource } from './record-source.ts';
import { ZoneOffset } from './zone-offset.ts';

/** mg/dL, 20 to 600: what meters can show, and past which they say only "low" or "high". */
const Level = z
  .number()
  .min(20)
  .max(600)
  // Stored as mmol/L and converted back, 180 arrives as 180.00000000000003, on the wrong side of a limit.
  .transform((mgPerDl) => Math.round(mgPerDl * 1000) / 1000);

const MealRelation = z
  .enum(['UNKNOWN', 'GENERAL', 'FASTING', 'BEFORE_MEAL', 'AFTER_MEAL'])
  .catch('UNKNOWN')
  .transform((relation) => relation.toLowerCase() as Lowercase<typeof relation>);

/** One glucose reading, as the Avro export of Health Connect writes it. */
export const BloodGlucoseRecord = z
  .object({
    metadata: RecordSource,
    timeEpochMillis: Instant,
    zoneOffsetId: ZoneOffset,
    levelInMilligramsPerDeciliter: Level,
    relationToMeal: MealRelation,
    appRecordFetchTimeEpochMillis: z.number().nullish(),
  })
  .transform((record) => ({
    id: record.metadata.id,
    source: record.metadata.dataOriginPackageName,
    modifiedAtMs: record.metadata.lastModifiedTimeEpochMillis,
    atMs: record.timeEpochMillis,
    offsetMinutes: record.zoneOffsetId,
    mgPerDl: record.levelInMilligramsPerDeciliter,
    relationToMeal: record.relationToMeal,
  }));
export type BloodGlucoseRecord = z.infer<typeof BloodGlucoseRecord>;
