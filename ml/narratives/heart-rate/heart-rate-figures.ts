import { mean } from '../../stats/mean.ts';
import { areOffsetsTelling, localTime } from '../local-time.ts';
import type { HeartRateRecord } from '../records/heart-rate-record.ts';
import { roundTo } from '../round-to.ts';
import { type ExerciseBout, exerciseBouts } from './exercise-bouts.ts';
import type { HeartRateInsights } from './heart-rate-insights.ts';
import { type MinuteRate, minuteRates } from './minute-rates.ts';
import { restingRate } from './resting-rate.ts';

const msPerMinute = 60_000;
const tachycardiaBpm = 100;
const bradycardiaBpm = 50;
const nightEndsMinute = 6 * 60;

/**
 * The figures of a heart-rate record, over minute means; minimum and maximum are of single samples.
 *
 * @param records - n ≥ 1, each with a sample, in any order; not mutated
 * @throws {InsufficientDataError} when there is none
 */
export const heartRateFigures = (records: readonly HeartRateRecord[]): HeartRateInsights => {
  const minutes = minuteRates(records);
  const rates = records.flatMap(({ samples }) => samples.map(({ bpm }) => bpm));
  const resting = restingRate(minutes);
  const bouts = exerciseBouts(minutes, resting);
  const outside = minutes.filter(
    ({ minute }) => !bouts.some((bout) => minute >= bout.firstMinute && minute <= bout.lastMinute),
  );
  const slow = minutes.filter(({ bpm }) => bpm < bradycardiaBpm);
  const slowAtNight = slow.filter((rate) => timeOf(rate).minuteOfDay < nightEndsMinute).length;
  return {
    total_samples: rates.length,
    sources: new Set(records.map(({ source }) => source)).size,
    days: new Set(minutes.map((rate) => timeOf(rate).day)).size,
    covered_minutes: minutes.length,
    mean_bpm: roundTo(mean(minutes.map(({ bpm }) => bpm)), 1),
    min_bpm: roundTo(
      rates.reduce((least, bpm) => Math.min(least, bpm)),
      1,
    ),
    max_bpm: roundTo(
      rates.reduce((most, bpm) => Math.max(most, bpm)),
      1,
    ),
    resting_bpm: roundTo(resting, 1),
    ...exercise(bouts, resting !== null),
    tachycardia_outside_exercise_minutes: outside.filter(({ bpm }) => bpm >= tachycardiaBpm).length,
    bradycardia_night_minutes: slowAtNight,
    bradycardia_day_minutes: slow.length - slowAtNight,
    is_local_time_known: areOffsetsTelling(minutes.map(({ offsetMinutes }) => offsetMinutes)),
  };
};

const timeOf = ({ minute, offsetMinutes }: MinuteRate) => localTime(minute * msPerMinute, offsetMinutes);

const exercise = (bouts: readonly ExerciseBout[], isKnown: boolean) => {
  const lengths = bouts.map((bout) => bout.lastMinute - bout.firstMinute + 1);
  const recoveries = bouts.flatMap(({ recoveryBpm }) => (recoveryBpm === null ? [] : [recoveryBpm]));
  const some = bouts.length > 0;
  return {
    exercise_bouts: isKnown ? bouts.length : null,
    exercise_minutes: isKnown ? lengths.reduce((sum, length) => sum + length, 0) : null,
    exercise_mean_bpm: some ? roundTo(mean(bouts.map(({ meanBpm }) => meanBpm)), 1) : null,
    exercise_peak_bpm: some ? roundTo(Math.max(...bouts.map(({ peakBpm }) => peakBpm)), 0) : null,
    recovery_2_min_bpm: recoveries.length === 0 ? null : roundTo(mean(recoveries), 1),
  };
};
