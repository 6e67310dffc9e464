const msPerMinute = 60_000;
const minutesPerDay = 1440;

/** Where a moment lies by the clock that its record names. */
export interface LocalTime {
  /** Calendar dates since 1970-01-01. */
  readonly day: number;
  /** Minutes since local midnight, 0 ≤ m < 1440, with a fraction. */
  readonly minuteOfDay: number;
}

/**
 * The local date and time of day of a moment; UTC where no offset is known.
 *
 * @param atMs - milliseconds since 1970 UTC
 * @param offsetMinutes - ahead of UTC
 * @example
 * localTime(1_758_345_300_000, -300) // => { day: 20351, minuteOfDay: 15 }
 */
export const localTime = (atMs: number, offsetMinutes: number | null): LocalTime => {
  const minutes = atMs / msPerMinute + (offsetMinutes ?? 0);
  const day = Math.floor(minutes / minutesPerDay);
  return { day, minuteOfDay: minutes - day * minutesPerDay };
};

/**
 * Whether the offsets can be the wearer's: one of them is there and is not zero. Several sensors write `Z` wherever
 * the wearer is, so that nothing but zeros may be London or may be anywhere.
 *
 * @example
 * areOffsetsTelling([0, 0, null]) // => false
 * areOffsetsTelling([0, 60]) // => true
 */
export const areOffsetsTelling = (offsets: readonly (number | null)[]): boolean =>
  offsets.some((offset) => offset !== null && offset !== 0);
