import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { drawMoment } from '../../../ml/synthetic/draw-moment.ts';
import { drawPerson } from '../../../ml/synthetic/person.ts';
import { timeZoneMix } from '../../../ml/synthetic/time-zone-mix.ts';
import { zoneClock } from '../../../ml/time/zone-clock.ts';

const feeling = { despair: 0, isolation: 0, activation: 0 };
const person = drawPerson(seededRandom(1));

describe('drawMoment', () => {
  test('lies on the local date asked for, in every zone, whatever its clocks do', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...timeZoneMix),
        fc.integer({ min: 14_000, max: 22_000 }),
        fc.integer(),
        (timeZone, day, seed) => {
          const at = drawMoment({ person: { ...person, timeZone }, feeling, day }, seededRandom(seed));
          expect(zoneClock(timeZone).dayOf(at)).toBe(day);
          expect(zoneClock(timeZone).dayOf(at + 1000)).toBe(day);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    // Berlin: 30 March 2025 has 23 hours, 26 October 2025 has 25; São Paulo skipped midnight on 4 November 2018.
    { timeZone: 'Europe/Berlin', day: Date.UTC(2025, 2, 30) / 86_400_000 },
    { timeZone: 'Europe/Berlin', day: Date.UTC(2025, 9, 26) / 86_400_000 },
    { timeZone: 'America/Sao_Paulo', day: Date.UTC(2018, 10, 4) / 86_400_000 },
  ])('keeps to the evening on $timeZone’s date $day, when the clocks change', ({ timeZone, day }) => {
    const random = seededRandom(2);
    const evening = { ...person, timeZone, favouriteHour: 40 };
    for (let draw = 0; draw < 300; draw += 1) {
      const at = drawMoment({ person: evening, feeling: { ...feeling, isolation: -50 }, day }, random);
      expect(zoneClock(timeZone).dayOf(at)).toBe(day);
      expect(zoneClock(timeZone).hourOf(at)).toBe(22);
    }
  });

  test('falls into the night more often the more isolated somebody is', () => {
    const lateShare = (isolation: number) => {
      const random = seededRandom(3);
      const clock = zoneClock(person.timeZone);
      const hours = Array.from({ length: 1000 }, () =>
        clock.hourOf(drawMoment({ person, feeling: { ...feeling, isolation }, day: 20_000 }, random)),
      );
      return hours.filter((hour) => hour >= 23 || hour < 5).length / 1000;
    };
    expect(lateShare(-1)).toBeLessThan(lateShare(0));
    expect(lateShare(0)).toBeLessThan(lateShare(1.5));
  });
});
