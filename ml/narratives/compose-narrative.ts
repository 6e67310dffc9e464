import { activeCaloriesNarrative } from './activity/active-calories-narrative.ts';
import { stepsNarrative } from './activity/steps-narrative.ts';
import type { ClinicalNarrative } from './clinical-narrative.ts';
import { glucoseNarrative } from './glucose/glucose-narrative.ts';
import { heartRateNarrative } from './heart-rate/heart-rate-narrative.ts';
import { hrvNarrative } from './hrv/hrv-narrative.ts';
import { countLeftOut } from './records/count-left-out.ts';
import type { ValidatedRecords } from './records/validate-records.ts';
import { sleepNarrative } from './sleep/sleep-narrative.ts';

/**
 * The narrative of validated records, by their type.
 *
 * @param validated - as `readAvro` or `validateRecords` gave them
 * @returns null where no record was left to write about
 * @example
 * composeNarrative({ recordType: 'StepsRecord', records: [], rejected: [] }) // => null
 */
export const composeNarrative = (validated: ValidatedRecords): ClinicalNarrative | null => {
  const rejectedCount = countLeftOut(validated.rejected);
  if (validated.records.length === 0) return null;
  switch (validated.recordType) {
    case 'BloodGlucoseRecord':
      return glucoseNarrative(validated.records, rejectedCount);
    case 'HeartRateRecord':
      return heartRateNarrative(validated.records, rejectedCount);
    case 'SleepSessionRecord':
      return sleepNarrative(validated.records, rejectedCount);
    case 'StepsRecord':
      return stepsNarrative(validated.records, rejectedCount);
    case 'ActiveCaloriesBurnedRecord':
      return activeCaloriesNarrative(validated.records, rejectedCount);
    case 'HeartRateVariabilityRmssdRecord':
      return hrvNarrative(validated.records, rejectedCount);
  }
};
