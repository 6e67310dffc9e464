import * as z from 'zod';

const pattern = /^([+-])(\d{2})(?::?(\d{2}))?(?::?\d{2})?$/;
const widestMinutes = 18 * 60;

/**
 * Minutes that a java.time offset such as `-05:00` is ahead of UTC; null where the text is none.
 *
 * `Z` is 0, but many sensors write it whatever the wearer's zone.
 *
 * @example
 * offsetMinutes('-05:30') // => -330
 * offsetMinutes('Z') // => 0
 * offsetMinutes('Europe/Berlin') // => null
 */
export const offsetMinutes = (id: string): number | null => {
  if (id === 'Z') return 0;
  const match = pattern.exec(id);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > widestMinutes) return null;
  return match[1] === '-' && minutes > 0 ? -minutes : minutes;
};

/** Minutes ahead of UTC; null where the record does not say or says what is no offset. */
export const ZoneOffset = z
  .string()
  .max(100)
  .nullish()
  .transform((id) => (id === null || id === undefined ? null : offsetMinutes(id)));
