import { mean } from '../../stats/mean.ts';
import { localTime } from '../local-time.ts';
import { roundTo } from '../round-to.ts';
import { dailyAmounts } from './daily-amounts.ts';
import { type AmountInterval, mergeIntervals } from './merge-intervals.ts';

export interface ActivityInterval extends AmountInterval {
  readonly isUnfinished: boolean;
}

/** Totals of an amount that several sources may have counted. */
export interface ActivityFigures {
  readonly readings: number;
  readonly sources: number;
  readonly days: number;
  /** Dates that were not over when the data were exported. */
  readonly unfinishedDays: number;
  readonly total: number;
  /** What the sources counted a second time, and was not added. */
  readonly notAdded: number;
  readonly meanPerDay: number;
  readonly leastDay: number;
  readonly mostDay: number;
}

/**
 * Total and daily amounts, with overlapping sources merged.
 *
 * @param intervals - n ≥ 1, in any order; not mutated
 * @param decimals - of the amounts
 * @throws {InsufficientDataError} when there is none
 */
export const activityFigures = (
  intervals: readonly ActivityInterval[],
  decimals: number,
): ActivityFigures => {
  const pieces = mergeIntervals(intervals);
  const daily = [...dailyAmounts(pieces).values()];
  const total = pieces.reduce((sum, { amount }) => sum + amount, 0);
  const raw = intervals.reduce((sum, { amount }) => sum + amount, 0);
  const unfinished = intervals
    .filter(({ isUnfinished }) => isUnfinished)
    .map(({ endMs, offsetMinutes }) => localTime(endMs, offsetMinutes).day);
  return {
    readings: intervals.length,
    sources: new Set(intervals.map(({ source }) => source)).size,
    days: daily.length,
    unfinishedDays: new Set(unfinished).size,
    total: roundTo(total, decimals),
    notAdded: roundTo(Math.max(0, raw - total), decimals),
    meanPerDay: roundTo(mean(daily), decimals),
    leastDay: roundTo(Math.min(...daily), decimals),
    mostDay: roundTo(Math.max(...daily), decimals),
  };
};
