const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)?)?$/;

const msPerMinute = 60_000;
const msPerDay = 86_400_000;
/** The Gregorian calendar repeats after 400 years; shifting by them keeps Date.UTC off its two-digit years. */
const daysPer400Years = 146_097;

const daysPerMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const isCalendarDate = (year: number, month: number, day: number) =>
  day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : (daysPerMonth[month - 1] ?? 0));

/** The first three digits of a fraction: dropping the rest rounds toward −∞, before 1970 too. */
const wholeMilliseconds = (fraction: string | undefined) =>
  fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));

/**
 * The instant that an ISO 8601 text names.
 *
 * Takes the extended form of calendar dates, years 0000 to 9999: a date alone (midnight UTC), or a date, `T` or a
 * space, hours and minutes, perhaps seconds and a fraction of any length (cut to whole milliseconds toward −∞),
 * perhaps `Z` or an offset `+05:45`, `+0545` or `+05`; without an offset it is UTC. Dates that no calendar has,
 * 24:00, leap seconds, week dates and anything else name nothing.
 *
 * @returns milliseconds since 1970-01-01T00:00Z, or undefined where the text is no such instant
 * @example
 * parseTimestamp('1970-01-02T05:45:00+05:45') // => 86400000
 * parseTimestamp('2024-02-29') // => 1709164800000
 * parseTimestamp('2024-02-30') // => undefined
 */
export const parseTimestamp = (text: string): number | undefined => {
  // The type says string; a table says what it likes.
  if (typeof text !== 'string') return undefined;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const hour = Number(match[4] ?? 0);
  const minute = Number(match[5] ?? 0);
  const second = Number(match[6] ?? 0);
  const offsetHour = Number(match[9] ?? 0);
  const offsetMinute = Number(match[10] ?? 0);
  if (!isCalendarDate(year, month, day)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const asUtc =
    Date.UTC(year + 400, month - 1, day, hour, minute, second, wholeMilliseconds(match[7])) -
    daysPer400Years * msPerDay;
  const offsetMs = (offsetHour * 60 + offsetMinute) * msPerMinute;
  return match[8] === '-' ? asUtc + offsetMs : asUtc - offsetMs;
};
