/** 1970-01-01 was a Thursday. */
const weekdayOfDayZero = 4;

/**
 * Whether a day is a Saturday or a Sunday.
 *
 * @param day - calendar dates since 1970-01-01, may be negative
 * @example
 * isWeekend(0) // => false
 * isWeekend(2) // => true
 * isWeekend(-5) // => true
 */
export const isWeekend = (day: number): boolean => {
  const weekday = (((day + weekdayOfDayZero) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
};
