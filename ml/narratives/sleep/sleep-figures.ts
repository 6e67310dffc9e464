import { mean } from '../../stats/mean.ts';
import { sampleStandardDeviation } from '../../stats/sample-standard-deviation.ts';
import { isWeekend } from '../../time/is-weekend.ts';
import type { SleepSessionRecord } from '../records/sleep-session-record.ts';
import { roundTo } from '../round-to.ts';
import type { SleepInsights } from './sleep-insights.ts';
import { type SleepNight, sleepNights } from './sleep-night.ts';

const longestNapMinutes = 180;
const fewestForSpread = 3;
const fewestForComparison = 2;

/** Figures, and the main sleeps they rest on. */
export interface SleepFigures {
  readonly insights: SleepInsights;
  readonly mainSleeps: readonly SleepNight[];
}

/**
 * The figures of sleep sessions. The main sleep is the longest that ends on a date; others of that date are naps,
 * as is any of less than three hours that begins between 09:00 and 21:00.
 *
 * Efficiency is time asleep over time in bed, by stages. A night belongs to the weekend if it ends on a Saturday or
 * Sunday. Bedtimes before midnight count as minutes before it, so that 23:50 and 00:10 are 20 minutes apart.
 *
 * @param sessions - n ≥ 1, in any order; not mutated
 */
export const sleepFigures = (sessions: readonly SleepSessionRecord[]): SleepFigures => {
  const sleeps = sleepNights(sessions);
  const mainSleeps = chooseMainSleeps(sleeps);
  const staged = mainSleeps.filter(({ asleepMinutes }) => asleepMinutes !== null);
  const asleepOf = (night: SleepNight) => night.asleepMinutes ?? night.inBedMinutes;
  const weekend = mainSleeps.filter(({ wakingDay }) => isWeekend(wakingDay));
  const weekdays = mainSleeps.filter(({ wakingDay }) => !isWeekend(wakingDay));
  const asleepTotal = sum(staged.map(asleepOf));
  const shareOf = (stage: 'deepMinutes' | 'remMinutes' | 'lightMinutes') =>
    asleepTotal === 0 ? null : roundTo((100 * sum(staged.map((night) => night[stage]))) / asleepTotal, 1);
  const isComparable = weekend.length >= fewestForComparison && weekdays.length >= fewestForComparison;
  return {
    mainSleeps,
    insights: {
      total_readings: sessions.length,
      nights: mainSleeps.length,
      naps: sleeps.length - mainSleeps.length,
      overlapping_sessions: sum(sleeps.map(({ overlapping }) => overlapping)),
      mean_in_bed_minutes: meanOf(mainSleeps.map(({ inBedMinutes }) => inBedMinutes)),
      mean_asleep_minutes: meanOf(staged.map(asleepOf)),
      efficiency_percent:
        staged.length === 0
          ? null
          : roundTo((100 * asleepTotal) / sum(staged.map(({ inBedMinutes }) => inBedMinutes)), 1),
      mean_awake_minutes: meanOf(staged.map((night) => night.inBedMinutes - asleepOf(night))),
      deep_percent: shareOf('deepMinutes'),
      rem_percent: shareOf('remMinutes'),
      light_percent: shareOf('lightMinutes'),
      bedtime_sd_minutes: spreadOf(mainSleeps.map(({ bedtimeMinute }) => bedtimeMinute)),
      waking_sd_minutes: spreadOf(mainSleeps.map(({ wakingMinute }) => wakingMinute)),
      weekday_nights: weekdays.length,
      weekend_nights: weekend.length,
      weekday_mean_minutes: isComparable ? meanOf(weekdays.map(asleepOf)) : null,
      weekend_mean_minutes: isComparable ? meanOf(weekend.map(asleepOf)) : null,
      is_local_time_known: sleeps.every(({ isTimeKnown }) => isTimeKnown),
    },
  };
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const meanOf = (values: readonly number[]) => (values.length === 0 ? null : roundTo(mean(values), 1));
const spreadOf = (values: readonly number[]) =>
  values.length < fewestForSpread ? null : roundTo(sampleStandardDeviation(values), 1);

const chooseMainSleeps = (sleeps: readonly SleepNight[]): readonly SleepNight[] => {
  const longest = new Map<number, SleepNight>();
  for (const sleep of sleeps.filter((candidate) => !isNap(candidate))) {
    const known = longest.get(sleep.wakingDay);
    if (known === undefined || sleep.inBedMinutes > known.inBedMinutes) longest.set(sleep.wakingDay, sleep);
  }
  return [...longest.values()];
};

const isNap = ({ inBedMinutes, bedtimeMinute }: SleepNight) => {
  const minuteOfDay = ((bedtimeMinute % 1440) + 1440) % 1440;
  return inBedMinutes < longestNapMinutes && minuteOfDay >= 9 * 60 && minuteOfDay < 21 * 60;
};
