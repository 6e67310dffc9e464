import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { UnknownTimeZoneError } from '../../../ml/time/unknown-time-zone-error.ts';
import { zoneClock } from '../../../ml/time/zone-clock.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe', // clocks move by half an hour
  'Pacific/Apia', // skipped 30 December 2011
  'America/Goose_Bay', // until 2011 clocks went back at 00:01, into yesterday
  'Africa/Casablanca', // daylight saving pauses for Ramadan
  'America/Sao_Paulo', // had days without a midnight
  'Asia/Tehran',
  'Pacific/Chatham',
];

const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.oneof(
  fc.integer({ min: Date.UTC(1965, 0), max: Date.UTC(2040, 0) }),
  // Around the hours in which clocks change.
  fc
    .record({
      year: fc.integer({ min: 1990, max: 2030 }),
      month: fc.constantFrom(2, 3, 8, 9, 10),
      day: fc.integer({ min: 1, max: 31 }),
      minute: fc.integer({ min: 0, max: 1439 }),
    })
    .map(({ year, month, day, minute }) => Date.UTC(year, month, day, 0, minute)),
);

const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const epochDay = (date: Temporal.PlainDate) =>
  new Temporal.PlainDate(1970, 1, 1).until(date, { largestUnit: 'day' }).days;
const day = (iso: string) => epochDay(Temporal.PlainDate.from(iso));
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;

describe('zoneClock', () => {
  it('tells the local date and hour that Intl tells, in every zone', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const parts = Object.fromEntries(
          new Intl.DateTimeFormat('en-CA', {
            timeZone: zone,
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            hourCycle: 'h23',
          })
            .formatToParts(instant)
            .map((part) => [part.type, part.value]),
        );
        const clock = zoneClock(zone);
        expect(clock.dayOf(instant)).toBe(day(`${parts['year']}-${parts['month']}-${parts['day']}`));
        expect(clock.hourOf(instant)).toBe(Number(parts['hour']));
      }),
      { numRuns: 500 },
    );
  });

  it('goes days back as Temporal does', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 0, max: 400 }), (zone, instant, days) => {
        expect(zoneClock(zone).daysEarlier(instant, days)).toBe(
          zoned(instant, zone).subtract({ days }).epochMilliseconds,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('goes back to a time that came twice or never as Temporal does: the first of the two, or as much later', () => {
    const berlin = zoneClock('Europe/Berlin');
    // 02:30 came twice on 27 October 2024, and never on 31 March.
    expect(berlin.daysEarlier(at('2024-10-28T01:30Z'), 1)).toBe(at('2024-10-27T00:30Z'));
    expect(berlin.daysEarlier(at('2024-04-01T00:30Z'), 1)).toBe(at('2024-03-31T01:30Z'));
    const apia = zoneClock('Pacific/Apia');
    expect(apia.daysEarlier(at('2011-12-31T22:00Z'), 2)).toBe(
      zoned(at('2011-12-31T22:00Z'), 'Pacific/Apia').subtract({ days: 2 }).epochMilliseconds,
    );
    const changes = ['2024-03-31T01:00Z', '2024-10-27T01:00Z', '2024-10-05T15:30Z', '2024-04-06T15:00Z'].map(
      at,
    );
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe'),
        fc.constantFrom(...changes),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: -180, max: 180 }),
        (zone, change, days, minutes) => {
          const instant = zoned(change + minutes * 60_000, zone).add({ days }).epochMilliseconds;
          expect(zoneClock(zone).daysEarlier(instant, days)).toBe(
            zoned(instant, zone).subtract({ days }).epochMilliseconds,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ends a date at its last millisecond: that one is on the date, all later ones are not', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 1, max: 100_000_000 }), (zone, instant, laterMs) => {
        const clock = zoneClock(zone);
        const today = clock.dayOf(instant);
        const end = clock.endOfDay(today);
        expect(clock.dayOf(end)).toBe(today);
        expect(end).toBeGreaterThanOrEqual(instant);
        expect(clock.dayOf(end + 1)).toBeGreaterThan(today);
        expect(clock.dayOf(end + laterMs)).toBeGreaterThan(today);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the leap day its own date', () => {
    const clock = zoneClock('America/St_Johns');
    expect(clock.dayOf(at('2024-02-29T03:29:59Z'))).toBe(day('2024-02-28'));
    expect(clock.dayOf(at('2024-02-29T03:30:00Z'))).toBe(day('2024-02-29'));
    expect(clock.endOfDay(day('2024-02-29'))).toBe(at('2024-03-01T03:29:59.999Z'));
  });

  it('ends the 23-hour and the 25-hour day at local midnight', () => {
    const clock = zoneClock('Europe/Berlin');
    expect(clock.endOfDay(day('2024-03-31'))).toBe(at('2024-03-31T21:59:59.999Z'));
    expect(clock.endOfDay(day('2024-10-27'))).toBe(at('2024-10-27T22:59:59.999Z'));
  });

  it('ends a date that its zone skipped where the date before ended', () => {
    const clock = zoneClock('Pacific/Apia');
    expect(clock.endOfDay(day('2011-12-30'))).toBe(at('2011-12-30T09:59:59.999Z'));
    expect(clock.endOfDay(day('2011-12-30'))).toBe(clock.endOfDay(day('2011-12-29')));
  });

  it('ends a date that came back for an hour after the hour', () => {
    // Goose Bay, 7 November 2010: at 00:01 clocks went back to 23:01 of the 6th.
    expect(zoneClock('America/Goose_Bay').endOfDay(day('2010-11-06'))).toBe(at('2010-11-07T03:59:59.999Z'));
  });

  it('takes a zone in any case, and refuses one that does not exist', () => {
    expect(zoneClock('europe/berlin')).toBe(zoneClock('Europe/Berlin'));
    expect(() => zoneClock('Mars/Olympus')).toThrow(UnknownTimeZoneError);
  });

  it('stays right for an item of any four-digit year', () => {
    const clock = zoneClock('Europe/Berlin');
    for (let year = 1000; year <= 9999; year += 7) {
      const noon = Date.UTC(year, 6, 1, 12);
      expect(clock.dayOf(noon)).toBe(Math.floor(noon / 86_400_000));
    }
  });
});
