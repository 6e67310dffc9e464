import type { Journal } from '../features/journal.ts';
import { zoneClock } from '../time/zone-clock.ts';

/**
 * Whether a person has kept a journal long and often enough for a row at this cut-off.
 *
 * On the moods up to the cut-off alone: the first and the last are at least `minDays` dates apart, and at least
 * half as many dates have an entry. What comes after the cut-off changes nothing.
 *
 * @param cutoff - instant, milliseconds since 1970 UTC
 * @param minDays - local dates, ≥ 1
 */
export const isEligible = (journal: Journal, cutoff: number, minDays: number): boolean => {
  const clock = zoneClock(journal.timeZone);
  let firstDay: number | undefined;
  let lastDay = Number.NEGATIVE_INFINITY;
  let recordedDates = 0;
  for (const { at } of journal.moods) {
    if (at > cutoff) break;
    const day = clock.dayOf(at);
    firstDay ??= day;
    if (day !== lastDay) recordedDates += 1;
    lastDay = day;
  }
  return firstDay !== undefined && lastDay - firstDay >= minDays && recordedDates >= minDays / 2;
};
