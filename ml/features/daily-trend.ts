import { leastSquaresSlope } from '../stats/least-squares-slope.ts';
import type { DailyMean } from './daily-means.ts';

/**
 * Least-squares slope of a daily series on the date number, per day; 0 under two dates.
 *
 * @example
 * dailyTrend([{ day: 19000, mean: 6 }, { day: 19004, mean: 4 }]) // => -0.5
 * dailyTrend([{ day: 19000, mean: 6 }]) // => 0
 */
export const dailyTrend = (series: readonly DailyMean[]): number =>
  series.length < 2
    ? 0
    : leastSquaresSlope(
        series.map((date) => date.day),
        series.map((date) => date.mean),
      );
