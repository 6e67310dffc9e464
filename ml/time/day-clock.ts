import { type DayClock, utcClock } from './utc-clock.ts';

const msPerMinute = 60_000;
const maxKnownMinutes = 10_000;

/** How far a zone's clocks are ahead of UTC, from `GMT`, `GMT+05:30` or `GMT-00:44:30`. */
const offsetMsOf = (name: string): number => {
  const [, sign, hours, minutes, seconds = '0'] = /^GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(name) ?? [];
  const offsetMs = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -offsetMs : offsetMs;
};

/**
 * Dates and times of day of one time zone, from the offsets that Intl tells. `zoneClock` knows more, and takes the
 * zone database of a library for it, a fifth of the code of a function that somebody waits for.
 *
 * Moments of one minute share an offset: from 2000 on no zone has changed its clocks within one.
 *
 * @param timeZone - IANA name, in any case
 * @throws {RangeError} when no such zone is known; ask `isTimeZone` first
 * @example
 * dayClock('Asia/Kathmandu').dayOf(Date.UTC(2024, 0, 1, 18, 15)) // => 19724
 * dayClock('Asia/Kathmandu').msOfDay(Date.UTC(2024, 0, 1, 18, 16)) // => 60000
 */
export const dayClock = (timeZone: string): DayClock => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  const localMs = (at: number): number => {
    const minute = Math.floor(at / msPerMinute);
    const before = known.get(minute);
    if (before !== undefined) return at + before;
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const offsetMs = offsetMsOf(name);
    if (known.size >= maxKnownMinutes) known.clear();
    known.set(minute, offsetMs);
    return at + offsetMs;
  };
  return {
    dayOf: (at) => utcClock.dayOf(localMs(at)),
    msOfDay: (at) => utcClock.msOfDay(localMs(at)),
  };
};
