import type { Journal } from '../features/journal.ts';
import { zoneClock } from '../time/zone-clock.ts';

/** Dates of history that an earlier cut-off must leave before it: one full feature window. */
const historyDays = 30;

export interface CutoffOptions {
  /** The latest cut-off; instant, milliseconds since 1970 UTC. */
  readonly asOf: number;
  /** How many at most, 1–52. */
  readonly cutoffsPerUser: number;
  /** Local dates between successive ones, 1–90. */
  readonly cutoffStrideDays: number;
}

/**
 * The instants at which one person gives a row, latest first: `asOf`, then earlier ones at the same local time,
 * while the first mood's date lies at least 30 dates before.
 *
 * @returns instants, milliseconds since 1970 UTC, shape [1 … cutoffsPerUser], descending
 */
export const cutoffsFor = (journal: Journal, options: CutoffOptions): readonly number[] => {
  const { asOf, cutoffsPerUser, cutoffStrideDays } = options;
  const clock = zoneClock(journal.timeZone);
  const firstMood = journal.moods[0];
  const cutoffs = [asOf];
  if (firstMood === undefined) return cutoffs;
  const earliestDay = clock.dayOf(firstMood.at) + historyDays;
  while (cutoffs.length < cutoffsPerUser) {
    // Counted from asOf each time: stepping from one to the next would carry a clock change along.
    const cutoff = clock.daysEarlier(asOf, cutoffs.length * cutoffStrideDays);
    if (clock.dayOf(cutoff) < earliestDay) break;
    cutoffs.push(cutoff);
  }
  return cutoffs;
};
