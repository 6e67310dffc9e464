import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleHistogram } from '../../../ml/privacy/people-histogram.ts';
import { shownCount, shownCounts } from '../../../ml/privacy/shown-count.ts';

describe('small counts', () => {
  it('are hidden from 1 to 10 people and shown from 11, and nobody is shown as nobody', () => {
    const shown = Array.from({ length: 13 }, (_, people) => shownCount(people));
    expect(shown).toEqual([0, null, null, null, null, null, null, null, null, null, null, 11, 12]);
  });

  it('hide the other counts of their whole, from which they would follow', () => {
    expect(shownCounts([40, 10])).toEqual([null, null]);
    expect(shownCounts([40, 0, 11])).toEqual([40, 0, 11]);
  });

  it('are hidden in a histogram by people and not by values', () => {
    const one = [Array.from({ length: 500 }, () => 0.25)];
    const eleven = Array.from({ length: 11 }, () => [0.75]);
    expect(peopleHistogram([...one, ...eleven], { low: 0, high: 1, bins: 2 })).toEqual([
      { from: 0, to: 0.5, count: null },
      { from: 0.5, to: 1, count: 11 },
    ]);
  });

  it('of a histogram never tell of fewer than 11 people, wherever their values lie', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 40 }), (people) => {
        for (const { from, to, count } of peopleHistogram(people, { low: 0, high: 1, bins: 4 })) {
          const isHere = (value: number) => value >= from && (value < to || (to === 1 && value === 1));
          const here = people.filter((ofPerson) => ofPerson.some(isHere)).length;
          if (here > 0 && here < 11) expect(count).toBeNull();
          else expect(count).toBe(people.flat().filter(isHere).length);
        }
      }),
    );
  });
});
