import * as z from 'zod';
import type { RecordType } from './record-type.ts';

/** What training lines are filed under. */
export const HealthDomain = z.enum([
  'metabolic_diabetes',
  'cardiovascular_fitness',
  'sleep_wellness',
  'physical_activity',
  'general_health',
]);
export type HealthDomain = z.infer<typeof HealthDomain>;

const domainByRecordType: Readonly<Record<RecordType, HealthDomain>> = {
  BloodGlucoseRecord: 'metabolic_diabetes',
  HeartRateRecord: 'cardiovascular_fitness',
  SleepSessionRecord: 'sleep_wellness',
  StepsRecord: 'physical_activity',
  ActiveCaloriesBurnedRecord: 'physical_activity',
  HeartRateVariabilityRmssdRecord: 'cardiovascular_fitness',
};

/**
 * The domain of a record type; `general_health` for one that is not known.
 *
 * @example
 * healthDomainOf('StepsRecord') // => 'physical_activity'
 * healthDomainOf('HydrationRecord') // => 'general_health'
 */
export const healthDomainOf = (recordType: string): HealthDomain =>
  new Map<string, HealthDomain>(Object.entries(domainByRecordType)).get(recordType) ?? 'general_health';
