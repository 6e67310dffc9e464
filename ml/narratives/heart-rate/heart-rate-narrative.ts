import type { ClinicalNarrative } from '../clinical-narrative.ts';
import { qualityScore } from '../quality-score.ts';
import type { HeartRateRecord } from '../records/heart-rate-record.ts';
import { counted, hoursAndMinutes, joinSentences, noDiagnosis } from '../wording.ts';
import { heartRateFigures } from './heart-rate-figures.ts';
import type { HeartRateInsights } from './heart-rate-insights.ts';

/** One minute in five over a day: what a watch that samples sparely still gives. */
const enoughMinutes = 288;

/**
 * What a heart-rate record shows: level, an estimate of the resting rate, stretches that look like exercise and the
 * recovery after them, and fast or slow minutes by context.
 *
 * @param records - n ≥ 1, validated; not mutated
 * @param rejectedCount - records and samples that were left out
 * @throws {InsufficientDataError} when there is none
 */
export const heartRateNarrative = (
  records: readonly HeartRateRecord[],
  rejectedCount: number,
): ClinicalNarrative => {
  const figures = heartRateFigures(records);
  return {
    narrative: joinSentences([
      amount(figures),
      `The mean over minutes was ${figures.mean_bpm.toFixed(1)} bpm; single samples ranged from ` +
        `${figures.min_bpm} to ${figures.max_bpm} bpm.`,
      resting(figures),
      exercise(figures),
      fast(figures),
      slow(figures),
      caution(figures),
      noDiagnosis,
    ]),
    clinicalInsights: figures,
    recordCount: records.length,
    qualityScore: qualityScore({
      kept: figures.total_samples,
      rejected: rejectedCount,
      coverage: figures.covered_minutes / enoughMinutes,
    }),
  };
};

const amount = (figures: HeartRateInsights) =>
  `Heart rate data show ${counted(figures.total_samples, 'sample')} in ` +
  `${counted(figures.covered_minutes, 'minute')} with data on ${counted(figures.days, 'calendar day')}` +
  `${figures.sources > 1 ? `, from ${figures.sources} sources that are averaged minute by minute` : ''}.`;

const resting = (figures: HeartRateInsights) =>
  figures.resting_bpm === null
    ? 'There is too little data to estimate a resting heart rate.'
    : `Resting heart rate is estimated at ${figures.resting_bpm.toFixed(0)} bpm, from the lowest tenth of ` +
      'five-minute means.';

const exercise = (figures: HeartRateInsights) => {
  if (figures.exercise_bouts === null) return '';
  if (figures.exercise_bouts === 0) {
    return 'No stretch of ten minutes or longer had a heart rate that suggests exercise.';
  }
  const stretches = figures.exercise_bouts === 1 ? '1 stretch' : `${figures.exercise_bouts} stretches`;
  return (
    `${stretches} of sustained elevated heart rate, ${hoursAndMinutes(figures.exercise_minutes ?? 0)} in all with a ` +
    `mean of ${figures.exercise_mean_bpm?.toFixed(0)} and a peak of ${figures.exercise_peak_bpm} bpm, may be ` +
    `exercise; what the wearer did is not on record. ${recovery(figures.recovery_2_min_bpm)}`
  );
};

const recovery = (fallBpm: number | null) => {
  if (fallBpm === null) return 'Recovery afterwards was not recorded.';
  return fallBpm < 0
    ? 'Two minutes after effort the rate had not fallen.'
    : `Two minutes after effort the rate had fallen by ${fallBpm.toFixed(0)} bpm on average.`;
};

const fast = (figures: HeartRateInsights) => {
  const minutes = figures.tachycardia_outside_exercise_minutes;
  const context = (figures.exercise_bouts ?? 0) === 0 ? '' : ' outside of such stretches';
  if (minutes === 0) return `No minute${context} reached 100 bpm.`;
  return (
    `${counted(minutes, 'minute')}${context} reached 100 bpm or more, which light activity, stress, caffeine or ` +
    'illness can also bring about.'
  );
};

const slow = (figures: HeartRateInsights) => {
  const { bradycardia_night_minutes: night, bradycardia_day_minutes: day } = figures;
  if (night + day === 0) return 'No minute was below 50 bpm.';
  return (
    `${counted(night + day, 'minute')} ${night + day === 1 ? 'was' : 'were'} below 50 bpm, ${night} of them between 00:00 and 06:00, where low rates ` +
    `are common in sleep${figures.is_local_time_known ? '' : ' (in UTC, since no other clock is on record)'}.`
  );
};

const caution = (figures: HeartRateInsights) =>
  figures.covered_minutes < enoughMinutes
    ? 'The data cover only part of a day, so these figures are a rough guide.'
    : 'Optical sensors can misread during movement, so single extremes deserve caution.';
