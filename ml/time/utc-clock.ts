import type { ZoneClock } from './zone-clock.ts';

/** What a time of day and a date follow from. */
export type DayClock = Pick<ZoneClock, 'dayOf' | 'msOfDay'>;

const msPerDay = 86_400_000;

/**
 * The clock of UTC, for people whose zone is unknown; it needs no zone database.
 *
 * @example
 * utcClock.dayOf(-1) // => -1
 * utcClock.msOfDay(-1) // => 86399999
 */
export const utcClock: DayClock = {
  dayOf: (at) => Math.floor(at / msPerDay),
  msOfDay: (at) => at - Math.floor(at / msPerDay) * msPerDay,
};
