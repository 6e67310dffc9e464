import { dailyMeans } from '../features/daily-means.ts';
import type { Journal } from '../features/journal.ts';
import { journalTexts } from '../features/journal-texts.ts';
import { longestRun } from '../features/longest-run.ts';
import { lookAheadItems } from '../features/window-items.ts';
import { findCrisisMentions } from '../text/crisis-mentions.ts';
import { zoneClock } from '../time/zone-clock.ts';

/** What the look-ahead says: 1 a crisis, 0 none, `censored` too silent to tell. */
export type Label = 0 | 1 | 'censored';

/** The label under each policy: `any` counts every crisis keyword, `asserted` only those meant of oneself. */
export interface CrisisLabels {
  readonly any: Label;
  readonly asserted: Label;
}

const lookAheadDays = 7;
const crisisMood = 2;
const crisisRunDays = 3;
/** Fewer recorded dates than this prove nothing: silence is not health. */
const datesToTell = 3;

/**
 * Whether the seven local dates after asOf's own (and what is left of that one) bring a crisis.
 *
 * 1 where three or more successive dates have a mean mood ≤ 2, or a note or message has a crisis keyword; else 0
 * where at least three dates have a mood entry; else censored.
 *
 * @param journal - items at or before asOf are ignored
 * @param asOf - milliseconds since 1970 UTC
 * @throws {UnknownTimeZoneError} when the journal's time zone is unknown
 */
export const labelCrisis = (journal: Journal, asOf: number): CrisisLabels => {
  const clock = zoneClock(journal.timeZone);
  const window = { asOf, days: lookAheadDays };
  const moods = lookAheadItems(journal.moods, window, clock);
  const chats = lookAheadItems(journal.chats, window, clock);
  const series = dailyMeans(moods.map((entry) => ({ day: clock.dayOf(entry.at), value: entry.mood })));
  if (longestRun(series, (d) => d <= crisisMood) >= crisisRunDays) return { any: 1, asserted: 1 };

  const mentions = journalTexts({ moods, chats }).flatMap(({ text }) => findCrisisMentions(text));
  const otherwise: Label = series.length >= datesToTell ? 0 : 'censored';
  return {
    any: mentions.length > 0 ? 1 : otherwise,
    asserted: mentions.some((mention) => mention.stance === 'asserted') ? 1 : otherwise,
  };
};
