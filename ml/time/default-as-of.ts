import { zoneClock } from './zone-clock.ts';

const msPerDay = 86_400_000;
/** Seven dates of look-ahead, and two because a date can begin 14 hours before and end 12 hours after UTC's. */
const datesBack = 9;

/**
 * The latest cut-off behind which seven whole local dates lie in every time zone: the end, in the zone, of the
 * date nine days before today (UTC).
 *
 * @param now - milliseconds since 1970 UTC
 * @param timeZone - IANA name
 * @returns milliseconds since 1970 UTC, the last one of that date
 * @throws {UnknownTimeZoneError} when no such zone is known
 * @example
 * defaultAsOf(Date.UTC(2024, 2, 10, 15), 'UTC') // => Date.UTC(2024, 2, 2) - 1
 * defaultAsOf(Date.UTC(2024, 2, 10, 15), 'Asia/Kathmandu') // => Date.UTC(2024, 2, 1, 18, 15) - 1
 */
export const defaultAsOf = (now: number, timeZone: string): number =>
  zoneClock(timeZone).endOfDay(Math.floor(now / msPerDay) - datesBack);
