const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const instants = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** What stands where a figure is not known. */
export const unknown = '–';

/**
 * A count, or that it is of too few people to be told.
 *
 * @param count - null where it was withheld
 * @param smallestGroup - people from which on counts are told
 * @example
 * countText(1234, 11) // => '1,234'
 * countText(null, 11) // => 'fewer than 11'
 */
export const countText = (count: number | null, smallestGroup: number): string =>
  count === null ? `fewer than ${smallestGroup}` : count.toLocaleString('en');

/**
 * A share of one as a percentage.
 *
 * @example
 * percentText(0.125) // => '12.5 %'
 * percentText(0.0004) // => 'under 0.1 %'
 */
export const percentText = (share: number | null): string => {
  if (share === null) return unknown;
  if (share > 0 && share < 0.001) return 'under 0.1 %';
  return `${(100 * share).toLocaleString('en', { maximumFractionDigits: 1 })} %`;
};

/**
 * A measured value, to three significant digits.
 *
 * @example
 * figureText(0.81234) // => '0.812'
 * figureText(15234.6) // => '15,200'
 */
export const figureText = (value: number | null): string =>
  value === null ? unknown : value.toLocaleString('en', { maximumSignificantDigits: 3 });

/**
 * An instant, in UTC.
 *
 * @example
 * instantText('2026-11-21T16:45:10Z') // => '21 Nov 2026, 16:45'
 */
export const instantText = (instant: string | null): string =>
  instant === null ? unknown : instants.format(new Date(instant));

/**
 * A calendar date.
 *
 * @example
 * dateText('2026-11-21') // => '21 Nov 2026'
 */
export const dateText = (date: string): string => days.format(new Date(date));

/**
 * How long something took, in its two largest units.
 *
 * @example
 * durationText('2026-11-21T10:00:00Z', '2026-11-21T11:02:03Z') // => '1 h 2 min'
 * durationText('2026-11-21T10:00:00Z', null) // => '–'
 */
export const durationText = (startedAt: string | null, endedAt: string | null): string => {
  if (startedAt === null || endedAt === null) return unknown;
  const seconds = Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
};
