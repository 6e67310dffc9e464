import type { ClinicalNarrative } from '../clinical-narrative.ts';
import { qualityScore } from '../quality-score.ts';
import type { BloodGlucoseRecord } from '../records/blood-glucose-record.ts';
import { counted, grouped, joinSentences, noDiagnosis } from '../wording.ts';
import { enoughCoveragePercent, enoughDays, glucoseFigures } from './glucose-figures.ts';
import type { GlucoseInsights } from './glucose-insights.ts';

/** Readings by finger-prick that give a steady mean, at four a day for a week. */
const enoughSingleReadings = 28;

/**
 * What a glucose record shows: amount, mean, spread, time in the standard ranges, fasting and overnight levels,
 * with a caution wherever there is less than the measures were defined for.
 *
 * @param records - n ≥ 1, validated; not mutated
 * @param rejectedCount - records that were left out
 * @throws {InsufficientDataError} when there is none
 */
export const glucoseNarrative = (
  records: readonly BloodGlucoseRecord[],
  rejectedCount: number,
): ClinicalNarrative => {
  const figures = glucoseFigures(records);
  const coverage = figures.is_continuous
    ? (figures.days / enoughDays) * ((figures.sensor_coverage_percent ?? 0) / 100)
    : figures.total_readings / enoughSingleReadings;
  return {
    narrative: joinSentences([
      amount(figures),
      level(figures),
      ranges(figures),
      events(figures),
      gmi(figures),
      meals(figures),
      overnight(figures),
      caution(figures),
      noDiagnosis,
    ]),
    clinicalInsights: figures,
    recordCount: records.length,
    qualityScore: qualityScore({ kept: records.length, rejected: rejectedCount, coverage }),
  };
};

const amount = (figures: GlucoseInsights) => {
  const dates = counted(figures.days, 'calendar day');
  if (!figures.is_continuous) {
    return `Blood glucose data show ${counted(figures.total_readings, 'single reading')} on ${dates}.`;
  }
  return (
    `Continuous glucose data show ${counted(figures.total_readings, 'reading')} over ` +
    `${span(figures.span_hours)} on ${dates}, ${figures.sensor_coverage_percent?.toFixed(1)}% of the readings ` +
    'that the sensor could have taken.'
  );
};

/** From two days on nobody thinks in hours. */
const span = (hours: number): string =>
  hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${(hours / 24).toFixed(1)} days`;

const level = (figures: GlucoseInsights) => {
  if (figures.total_readings === 1) return `It was ${figures.mean_mg_dl.toFixed(0)} mg/dL.`;
  return (
    `Mean glucose was ${figures.mean_mg_dl.toFixed(1)} mg/dL (SD ${figures.sd_mg_dl?.toFixed(1)}, range ` +
    `${figures.min_mg_dl} to ${figures.max_mg_dl} mg/dL). Variability (CV) was ` +
    `${figures.cv_percent?.toFixed(1)}%, ${(figures.cv_percent ?? 0) <= 36 ? 'within' : 'above'} the 36% that is ` +
    'commonly taken as the limit of stable glucose.'
  );
};

const ranges = (figures: GlucoseInsights) =>
  `${figures.in_range_70_180_percent.toFixed(1)}% of readings were in the range of 70 to 180 mg/dL, ` +
  `${figures.below_70_percent.toFixed(1)}% below 70 (${figures.below_54_percent.toFixed(1)}% below 54) and ` +
  `${figures.above_180_percent.toFixed(1)}% above 180 (${figures.above_250_percent.toFixed(1)}% above 250).`;

const events = (figures: GlucoseInsights) => {
  const { hypoglycemic_events: low, hyperglycemic_events: high } = figures;
  const kind = figures.is_continuous ? ' of 15 minutes or longer' : '';
  if (low === 0 && high === 0) return `No episode${kind} below 70 or above 180 mg/dL was recorded.`;
  return `There were ${counted(low, 'episode')} below 70 and ${counted(high, 'episode')} above 180 mg/dL${kind}.`;
};

const isEnough = (figures: GlucoseInsights) =>
  figures.days >= enoughDays && (figures.sensor_coverage_percent ?? 0) >= enoughCoveragePercent;

const gmi = (figures: GlucoseInsights) => {
  if (figures.gmi_percent === null) return '';
  const value = `${figures.gmi_percent.toFixed(2)}%`;
  return isEnough(figures)
    ? `The glucose management indicator (GMI) is ${value}; it may differ from a laboratory HbA1c.`
    : `The glucose management indicator (GMI) comes to ${value}, but it is defined for at least ${enoughDays} days ` +
        'of sensor data and should not be read as an HbA1c here.';
};

const meals = (figures: GlucoseInsights) => {
  const marked: readonly (readonly [string, number | null])[] = [
    [`marked as fasting (${grouped(figures.fasting_readings)})`, figures.fasting_mean_mg_dl],
    ['marked as before a meal', figures.before_meal_mean_mg_dl],
    ['marked as after a meal', figures.after_meal_mean_mg_dl],
  ];
  const parts = marked.flatMap(([what, meanMgDl]) =>
    meanMgDl === null ? [] : [`${what} averaged ${meanMgDl.toFixed(1)} mg/dL`],
  );
  return parts.length === 0
    ? 'No reading was marked as fasting or by its relation to a meal, so these cannot be told apart.'
    : `Readings ${parts.join(', those ')}.`;
};

const overnight = (figures: GlucoseInsights) => {
  if (figures.overnight_mean_mg_dl === null) return '';
  const clock = figures.is_local_time_known
    ? 'local time'
    : "in UTC, the only clock on record, which may not be the wearer's";
  return (
    `Between 00:00 and 06:00 (${clock}) ${counted(figures.overnight_readings, 'reading')} averaged ` +
    `${figures.overnight_mean_mg_dl.toFixed(1)} mg/dL.`
  );
};

const caution = (figures: GlucoseInsights) => {
  if (figures.is_continuous && isEnough(figures)) {
    return figures.control_status === 'meets_targets'
      ? 'The time spent in each range meets the consensus targets for most adults with diabetes; whether those apply here is not on record.'
      : 'The time spent in each range does not meet all consensus targets for most adults with diabetes; targets ' +
          'are set for each person.';
  }
  if (figures.is_continuous) {
    return (
      `With less than ${enoughDays} days of sufficient sensor wear, this is a first impression rather than a ` +
      'stable pattern.'
    );
  }
  return (
    'Single readings say little about the hours between them, so shares of readings are not shares of time' +
    `${figures.total_readings < enoughSingleReadings ? ', and there are few of them' : ''}.`
  );
};
