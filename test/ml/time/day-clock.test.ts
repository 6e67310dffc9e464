import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayClock } from '../../../ml/time/day-clock.ts';
import { zoneClock } from '../../../ml/time/zone-clock.ts';

describe('the clock of a zone', () => {
  it("is Temporal's, in every zone and at any moment since 2000", () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(zone, moment, (name, at) => {
        const [clock, expected] = [dayClock(name), zoneClock(name)];
        expect([clock.dayOf(at), clock.msOfDay(at)]).toEqual([expected.dayOf(at), expected.msOfDay(at)]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    // Until 2011 it changed its clocks a minute past midnight, which is no quarter of an hour.
    ['America/St_Johns', Date.UTC(2007, 10, 4, 2, 30), 120],
    ['Europe/Berlin', Date.UTC(2026, 9, 25, 0, 59), 3],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 14, 59), 3],
    // 30 December 2011 was skipped.
    ['Pacific/Apia', Date.UTC(2011, 11, 30, 9, 59), 3],
  ])('in %s changes when the clocks are changed there', (zone, fromMs, minutes) => {
    const [clock, expected] = [dayClock(zone), zoneClock(zone)];
    for (let at = fromMs; at < fromMs + minutes * 60_000; at += 20_000) {
      expect([clock.dayOf(at), clock.msOfDay(at)]).toEqual([expected.dayOf(at), expected.msOfDay(at)]);
    }
    const last = fromMs + minutes * 60_000;
    expect(clock.msOfDay(last) - clock.msOfDay(fromMs)).not.toBe(minutes * 60_000);
  });

  it('refuses a zone that is none', () => {
    expect(() => dayClock('Mars/Olympus')).toThrow(RangeError);
  });
});
