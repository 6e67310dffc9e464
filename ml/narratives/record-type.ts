import * as z from 'zod';

/** The Health Connect records that have a narrative of their own. */
export const RecordType = z.enum([
  'BloodGlucoseRecord',
  'HeartRateRecord',
  'SleepSessionRecord',
  'StepsRecord',
  'ActiveCaloriesBurnedRecord',
  'HeartRateVariabilityRmssdRecord',
]);
export type RecordType = z.infer<typeof RecordType>;
