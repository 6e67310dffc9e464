import { mean } from '../../stats/mean.ts';
import type { ClinicalNarrative } from '../clinical-narrative.ts';
import { qualityScore } from '../quality-score.ts';
import type { SleepSessionRecord } from '../records/sleep-session-record.ts';
import { clockTime, counted, hoursAndMinutes, joinSentences, noDiagnosis } from '../wording.ts';
import { sleepFigures } from './sleep-figures.ts';
import type { SleepInsights } from './sleep-insights.ts';
import type { SleepNight } from './sleep-night.ts';

/** A week shows regularity, and a weekend. */
const enoughNights = 7;

/**
 * What sleep sessions show: duration, efficiency from stages, regularity, weekdays against weekends.
 *
 * @param records - n ≥ 1, validated; not mutated
 * @param rejectedCount - records that were left out
 */
export const sleepNarrative = (
  records: readonly SleepSessionRecord[],
  rejectedCount: number,
): ClinicalNarrative => {
  const { insights, mainSleeps } = sleepFigures(records);
  return {
    narrative: joinSentences([
      amount(insights),
      duration(insights, mainSleeps),
      stages(insights),
      regularity(insights),
      weekend(insights),
      insights.nights < enoughNights
        ? 'A week or more is needed to speak of a sleep pattern.'
        : 'Wearables estimate sleep from movement and pulse; stages in particular are approximate.',
      noDiagnosis,
    ]),
    clinicalInsights: insights,
    recordCount: records.length,
    qualityScore: qualityScore({
      kept: records.length,
      rejected: rejectedCount,
      coverage: (insights.nights / enoughNights) * (insights.efficiency_percent === null ? 0.5 : 1),
    }),
  };
};

const amount = (insights: SleepInsights) => {
  const naps = insights.naps === 0 ? '' : ` and ${counted(insights.naps, 'nap')}`;
  const double =
    insights.overlapping_sessions === 0
      ? ''
      : ` Where several sources recorded the same sleep only one of them is used (${counted(insights.overlapping_sessions, 'session')} set aside).`;
  return (
    `Sleep data show ${counted(insights.total_readings, 'session')} for ` +
    `${counted(insights.nights, 'night')}${naps}.${double}`
  );
};

const duration = (insights: SleepInsights, mainSleeps: readonly SleepNight[]) => {
  if (insights.mean_in_bed_minutes === null) return 'No main sleep is among them.';
  const bedtime = clockTime(mean(mainSleeps.map(({ bedtimeMinute }) => bedtimeMinute)));
  const waking = clockTime(mean(mainSleeps.map(({ wakingMinute }) => wakingMinute)));
  const clock = insights.is_local_time_known ? '' : ' UTC, since no local clock is on record';
  const average = insights.nights > 1 ? 'on average ' : '';
  return (
    `Time in bed was ${average}${hoursAndMinutes(insights.mean_in_bed_minutes)}, from ${bedtime} to ` +
    `${waking}${clock}.`
  );
};

const stages = (insights: SleepInsights) => {
  if (insights.mean_asleep_minutes === null || insights.efficiency_percent === null) {
    return 'No sleep stages were recorded, so time asleep and efficiency are not known.';
  }
  const efficiency =
    `Of this, ${hoursAndMinutes(insights.mean_asleep_minutes)} were spent asleep, an efficiency of ` +
    `${insights.efficiency_percent.toFixed(1)}% (85% or more is usual in healthy adults), with ` +
    `${hoursAndMinutes(insights.mean_awake_minutes ?? 0)} awake or unclassified.`;
  if ((insights.deep_percent ?? 0) + (insights.rem_percent ?? 0) === 0) return efficiency;
  return (
    `${efficiency} Sleep was ${insights.light_percent?.toFixed(0)}% light, ${insights.deep_percent?.toFixed(0)}% ` +
    `deep and ${insights.rem_percent?.toFixed(0)}% REM.`
  );
};

const regularity = (insights: SleepInsights) =>
  insights.bedtime_sd_minutes === null || insights.waking_sd_minutes === null
    ? ''
    : `From night to night bedtime varied by ${hoursAndMinutes(insights.bedtime_sd_minutes)} and waking by ` +
      `${hoursAndMinutes(insights.waking_sd_minutes)} (SD).`;

const weekend = (insights: SleepInsights) => {
  const { weekday_mean_minutes: onWeekdays, weekend_mean_minutes: onWeekends } = insights;
  if (onWeekdays === null || onWeekends === null) return '';
  const difference = Math.round(onWeekends - onWeekdays);
  const comparison =
    Math.abs(difference) < 15
      ? 'about the same'
      : `${hoursAndMinutes(Math.abs(difference))} ${difference > 0 ? 'longer' : 'shorter'}`;
  return `Nights into a weekend day were ${comparison} in comparison with weekdays.`;
};
