import { isTimeZone } from './is-time-zone.ts';
import { type OffsetPeriod, offsetPeriods } from './offset-periods.ts';
import { UnknownTimeZoneError } from './unknown-time-zone-error.ts';

/**
 * Local dates and hours of one time zone. A *day* counts calendar dates since 1970-01-01 there, so that successive
 * dates differ by one and the weekday follows from it; a day is a date, never 86,400 s.
 */
export interface ZoneClock {
  /** The local date at an instant, as a day. */
  dayOf(at: number): number;
  /** The local hour at an instant, 0 to 23. */
  hourOf(at: number): number;
  /** Milliseconds since local midnight that the clocks show at an instant, 0 to 86,399,999. */
  msOfDay(at: number): number;
  /**
   * The last millisecond of a local date. Where the zone skipped that date (Apia, 30 December 2011) it is that of
   * the date before.
   */
  endOfDay(day: number): number;
  /**
   * The same wall-clock time so many dates earlier; where that time was skipped the one as much later, where it
   * came twice the first (Temporal's `compatible`).
   */
  daysEarlier(at: number, days: number): number;
}

const msPerHour = 3_600_000;
const msPerDay = 86_400_000;
/** More than any zone has ever been ahead of or behind UTC. */
const widestOffsetMs = 26 * msPerHour;

const makeZoneClock = (timeZone: string): ZoneClock => {
  const periods = offsetPeriods(timeZone);
  // Items come in order of time, so the next one nearly always lies in the period of the last.
  let recent: OffsetPeriod = periods.at(0);
  const periodAt = (at: number): OffsetPeriod => {
    if (at < recent.start || at >= recent.end) recent = periods.at(at);
    return recent;
  };
  const localMs = (at: number) => at + periodAt(at).offsetMs;

  const msOfDay = (at: number) => {
    const local = localMs(at);
    return local - Math.floor(local / msPerDay) * msPerDay;
  };

  /** The instant at which the zone's clocks show this time; Temporal's `compatible` where there are two or none. */
  const instantShowing = (localTime: number): number => {
    const offsetBefore = periodAt(localTime - msPerDay).offsetMs;
    const offsetAfter = periodAt(localTime + msPerDay).offsetMs;
    const shows = (offsetMs: number) => periodAt(localTime - offsetMs).offsetMs === offsetMs;
    const found = [offsetBefore, offsetAfter].filter(shows).map((offsetMs) => localTime - offsetMs);
    return found.length > 0 ? Math.min(...found) : localTime - offsetBefore;
  };

  return {
    dayOf: (at) => Math.floor(localMs(at) / msPerDay),
    hourOf: (at) => Math.floor(msOfDay(at) / msPerHour),
    msOfDay,
    endOfDay: (day) => {
      const nextMidnight = (day + 1) * msPerDay;
      // Backwards from where every zone is past that midnight, to the last instant whose clocks show less.
      let period = periodAt(nextMidnight + widestOffsetMs);
      while (nextMidnight - period.offsetMs <= period.start) period = periodAt(period.start - 1);
      return Math.min(period.end, nextMidnight - period.offsetMs) - 1;
    },
    daysEarlier: (at, days) => (days === 0 ? at : instantShowing(localMs(at) - days * msPerDay)),
  };
};

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of a time zone; made once per zone.
 *
 * @param timeZone - IANA name, in any case
 * @throws {UnknownTimeZoneError} when no such zone is known
 * @example
 * zoneClock('Asia/Kathmandu').dayOf(Date.UTC(1970, 0, 1, 18, 15)) // => 0
 * zoneClock('Asia/Kathmandu').hourOf(Date.UTC(2024, 0, 1, 18, 15)) // => 0
 * zoneClock('Asia/Kathmandu').msOfDay(Date.UTC(2024, 0, 1, 18, 16)) // => 60000
 * zoneClock('Europe/Berlin').endOfDay(0) // => 82799999
 * zoneClock('Europe/Berlin').daysEarlier(Date.UTC(2024, 3, 1, 10), 7) // => Date.UTC(2024, 2, 25, 11)
 */
export const zoneClock = (timeZone: string): ZoneClock => {
  const key = timeZone.toLowerCase();
  const known = clocks.get(key);
  if (known !== undefined) return known;
  if (!isTimeZone(timeZone)) {
    throw new UnknownTimeZoneError(
      'The time zone is unknown; use a name of the IANA database, such as Europe/Berlin or UTC.',
    );
  }
  const clock = makeZoneClock(timeZone);
  clocks.set(key, clock);
  return clock;
};
