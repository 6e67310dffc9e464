import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAsOf } from '../../../ml/time/default-as-of.ts';
import { zoneClock } from '../../../ml/time/zone-clock.ts';

describe('defaultAsOf', () => {
  it('leaves seven whole local dates behind it in every zone, at any hour', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu', 'Europe/Berlin'),
        fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2035, 0) }),
        (zone, now) => {
          const clock = zoneClock(zone);
          const asOf = defaultAsOf(now, zone);
          expect(clock.endOfDay(clock.dayOf(asOf))).toBe(asOf);
          expect(clock.endOfDay(clock.dayOf(asOf) + 7)).toBeLessThan(now);
        },
      ),
    );
  });

  it('is the end of the local date nine days before today in UTC', () => {
    // 20:00 UTC on 10 March is already the 11th in Kiritimati (UTC+14); today is the 10th all the same.
    expect(defaultAsOf(Date.UTC(2024, 2, 10, 20), 'Pacific/Kiritimati')).toBe(Date.UTC(2024, 2, 1, 10) - 1);
  });
});
