import { mean } from '../stats/mean.ts';
import { populationVariance } from '../stats/population-variance.ts';
import { isWeekend } from '../time/is-weekend.ts';
import { zoneClock } from '../time/zone-clock.ts';
import { type DailyMean, dailyMeans } from './daily-means.ts';
import { dailyTrend } from './daily-trend.ts';
import type { Journal } from './journal.ts';
import { longestRun } from './longest-run.ts';
import { windowItems } from './window-items.ts';

/** The 20 mood features, in the order of a dataset's columns. */
export const moodFeatureNames = [
  'mood_trend_7day',
  'mood_mean_7day',
  'mood_std_7day',
  'mood_variance_7day',
  'mood_min_7day',
  'mood_max_7day',
  'mood_trend_14day',
  'mood_mean_14day',
  'mood_std_14day',
  'mood_trend_30day',
  'mood_mean_30day',
  'mood_std_30day',
  'mood_volatility',
  'consecutive_low_days',
  'consecutive_high_days',
  'mood_decline_rate',
  'low_mood_frequency',
  'high_mood_frequency',
  'missing_days_7day',
  'weekend_mood_diff',
] as const;

export type MoodFeatures = Record<(typeof moodFeatureNames)[number], number>;

/** The middle of the scale, where nothing was recorded. */
const unknownMood = 5;
const longestWindowDays = 30;

const summarise = (series: readonly DailyMean[]) => {
  const means = series.map((date) => date.mean);
  const isEmpty = means.length === 0;
  const variance = isEmpty ? 0 : populationVariance(means);
  return {
    trend: dailyTrend(series),
    mean: isEmpty ? unknownMood : mean(means),
    variance,
    std: Math.sqrt(variance),
    min: isEmpty ? unknownMood : Math.min(...means),
    max: isEmpty ? unknownMood : Math.max(...means),
  };
};

const share = (series: readonly DailyMean[], qualifies: (mean: number) => boolean): number =>
  series.length === 0 ? 0 : series.filter((date) => qualifies(date.mean)).length / series.length;

const meanAbsoluteChange = (series: readonly DailyMean[]): number =>
  series.length < 2 ? 0 : mean(series.slice(1).map((date, i) => Math.abs(date.mean - series[i]!.mean)));

const weekendDifference = (series: readonly DailyMean[]): number => {
  const weekend = series.filter((date) => isWeekend(date.day)).map((date) => date.mean);
  const weekdays = series.filter((date) => !isWeekend(date.day)).map((date) => date.mean);
  return weekend.length === 0 || weekdays.length === 0 ? 0 : mean(weekend) - mean(weekdays);
};

/**
 * How someone has rated their mood over the 7, 14 and 30 local dates that end with asOf's own.
 *
 * All from d, the mean mood (1 to 10) of each date with an entry at or before asOf; spreads are over n; trends are
 * points per day; runs are of successive calendar dates. With no entry: trends, spreads, counts and shares 0; mean,
 * min and max 5; missing days 7.
 *
 * @param asOf - milliseconds since 1970 UTC; nothing after it counts
 * @throws {UnknownTimeZoneError} when the journal's time zone is unknown
 */
export const extractMoodFeatures = (journal: Journal, asOf: number): MoodFeatures => {
  const clock = zoneClock(journal.timeZone);
  const today = clock.dayOf(asOf);
  const entries = windowItems(journal.moods, { asOf, days: longestWindowDays }, clock);
  const month = dailyMeans(entries.map((entry) => ({ day: clock.dayOf(entry.at), value: entry.mood })));
  const fortnight = month.filter((date) => date.day > today - 14);
  const week = month.filter((date) => date.day > today - 7);
  const over7 = summarise(week);
  const over14 = summarise(fortnight);
  const over30 = summarise(month);

  return {
    mood_trend_7day: over7.trend,
    mood_mean_7day: over7.mean,
    mood_std_7day: over7.std,
    mood_variance_7day: over7.variance,
    mood_min_7day: over7.min,
    mood_max_7day: over7.max,
    mood_trend_14day: over14.trend,
    mood_mean_14day: over14.mean,
    mood_std_14day: over14.std,
    mood_trend_30day: over30.trend,
    mood_mean_30day: over30.mean,
    mood_std_30day: over30.std,
    mood_volatility: meanAbsoluteChange(month),
    consecutive_low_days: longestRun(month, (d) => d <= 4),
    consecutive_high_days: longestRun(month, (d) => d >= 7),
    mood_decline_rate: Math.max(0, -over7.trend),
    low_mood_frequency: share(week, (d) => d <= 3),
    high_mood_frequency: share(week, (d) => d >= 8),
    missing_days_7day: 7 - week.length,
    weekend_mood_diff: weekendDifference(month),
  };
};
