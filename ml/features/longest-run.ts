import type { DailyMean } from './daily-means.ts';

/**
 * Length of the longest run of successive calendar dates that all qualify; a missing date breaks it.
 *
 * @param series - in ascending order of days
 * @example
 * longestRun([{ day: 1, mean: 2 }, { day: 2, mean: 1 }, { day: 4, mean: 1 }], (mean) => mean <= 2) // => 2
 */
export const longestRun = (series: readonly DailyMean[], qualifies: (mean: number) => boolean): number => {
  let longest = 0;
  let run = 0;
  let previousDay = Number.NaN;
  for (const { day, mean } of series) {
    if (!qualifies(mean)) run = 0;
    else run = day === previousDay + 1 ? run + 1 : 1;
    previousDay = day;
    if (run > longest) longest = run;
  }
  return longest;
};
