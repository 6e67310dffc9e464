import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { crisisHazard } from '../../../ml/synthetic/crisis-hazard.ts';
import { crisisRisk, labelOf } from '../../../ml/synthetic/crisis-risk.ts';
import { declineAt } from '../../../ml/synthetic/decline.ts';
import { type Expression, express } from '../../../ml/synthetic/expression.ts';
import { feelingOf, firstMind, type Mind, nextMind } from '../../../ml/synthetic/mind.ts';
import { drawPerson } from '../../../ml/synthetic/person.ts';

const calm: Mind = {
  despairSwing: 0,
  isolationSwing: 0,
  activationSwing: 0,
  decline: undefined,
  relief: 0,
  crisisDate: 0,
  quiet: false,
};
const person = drawPerson(seededRandom(1));
const feeling = { despair: 0, isolation: 0, activation: 0 };
const moods = (...values: number[]): Expression => ({
  moods: values.map((mood) => ({ mood, note: undefined })),
  chats: [],
});

describe('crisisHazard', () => {
  test('rises with despair, with isolation and with either extreme of activation', () => {
    const hazard = (change: Partial<typeof feeling>) => crisisHazard({ ...feeling, ...change });
    expect(hazard({ despair: 1 })).toBeGreaterThan(hazard({}));
    expect(hazard({ isolation: 1 })).toBeGreaterThan(hazard({}));
    expect(hazard({ activation: 1.5 })).toBeGreaterThan(hazard({}));
    expect(hazard({ activation: -1.5 })).toBe(hazard({ activation: 1.5 }));
  });

  test('is higher than the two alone add up to where despair meets isolation', () => {
    const logOdds = (change: Partial<typeof feeling>) => {
      const hazard = crisisHazard({ ...feeling, ...change });
      return Math.log(hazard / (1 - hazard));
    };
    const together = logOdds({ despair: 2, isolation: 2 }) - logOdds({});
    const apart = logOdds({ despair: 2 }) + logOdds({ isolation: 2 }) - 2 * logOdds({});
    expect(together).toBeGreaterThan(apart);
  });
});

describe('declineAt', () => {
  test('builds up to its height and passes, as a triangle', () => {
    const at = (date: number) => declineAt({ date, risingDates: 10, fallingDates: 20, height: 2 });
    expect([at(5), at(10), at(20), at(30), at(31)]).toEqual([1, 2, 1, 0, 0]);
    expect(declineAt(undefined)).toBe(0);
  });
});

describe('nextMind', () => {
  test('a crisis lasts at least three dates and ends', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        let mind: Mind = { ...calm, crisisDate: 1 };
        let dates = 0;
        while (mind.crisisDate > 0) {
          dates += 1;
          mind = nextMind(person, mind, random);
        }
        expect(dates).toBeGreaterThanOrEqual(3);
        expect(dates).toBeLessThan(30);
      }),
    );
  });

  test('swings keep the spread they start with: variance .06 beside a trait of .94', () => {
    const random = seededRandom(4);
    const squares = Array.from({ length: 4000 }, () => {
      let mind = firstMind(random);
      for (let date = 0; date < 5; date += 1) mind = nextMind(person, mind, random);
      return mind.despairSwing ** 2;
    });
    const variance = squares.reduce((sum, square) => sum + square, 0) / squares.length;
    // Standard error of a variance: .06 · sqrt(2 / 4000) = .0013.
    expect(Math.abs(variance - 0.06)).toBeLessThan(0.0054);
  });

  test('in some crises help comes and leaves less despair', () => {
    const random = seededRandom(5);
    const after = Array.from({ length: 400 }, () => {
      let mind: Mind = { ...calm, crisisDate: 3 };
      while (mind.crisisDate > 0) mind = nextMind(person, mind, random);
      return mind.relief;
    });
    const helped = after.filter((relief) => relief > 0);
    expect(Math.abs(helped.length / 400 - 0.5)).toBeLessThan(0.1);
    expect(feelingOf(person, { ...calm, relief: helped[0]! }).despair).toBeLessThan(
      feelingOf(person, calm).despair,
    );
  });
});

describe('express', () => {
  test('in a crisis every mood is 1 or 2', () => {
    const random = seededRandom(6);
    const shown = Array.from({ length: 500 }, (_, day) =>
      express({ person, mind: { ...calm, crisisDate: 1 }, day }, random),
    ).flatMap((date) => date.moods.map(({ mood }) => mood));
    expect(new Set(shown)).toEqual(new Set([1, 2]));
  });

  test('whoever has withdrawn leaves hardly anything', () => {
    const random = seededRandom(6);
    const count = (quiet: boolean) =>
      Array.from({ length: 1000 }, (_, day) => express({ person, mind: { ...calm, quiet }, day }, random))
        .map((date) => date.moods.length + date.chats.length)
        .reduce((sum, entries) => sum + entries, 0);
    expect(count(true)).toBeLessThan(0.15 * count(false));
  });
});

describe('labelOf', () => {
  test('three successive low dates are a crisis, with a gap between they are not', () => {
    expect(labelOf([moods(2), moods(1, 3), moods(2), moods(5)])).toBe(1);
    expect(labelOf([moods(2), moods(2), moods(), moods(2)])).toBe(0);
    expect(labelOf([moods(2), moods(2), moods(2, 3), moods(2)])).toBe(0);
  });

  test('a crisis keyword in whatever stance is a crisis', () => {
    expect(labelOf([{ moods: [], chats: ['negated'] }])).toBe(1);
    expect(labelOf([{ moods: [{ mood: 9, note: 'quoted' }], chats: [] }])).toBe(1);
    expect(labelOf([{ moods: [{ mood: 9, note: 'despair' }], chats: ['low'] }])).toBe('censored');
  });

  test('under three dates with a mood are silence', () => {
    expect(labelOf([moods(5), moods(), moods(6, 7)])).toBe('censored');
    expect(labelOf([moods(5), moods(), moods(6), moods(7)])).toBe(0);
  });
});

describe('crisisRisk', () => {
  test('is higher in a crisis, and higher for the desperate', () => {
    const riskOf = (mind: Mind) => crisisRisk({ person, mind, day: 0 }, 1000, seededRandom(7))!;
    expect(riskOf({ ...calm, crisisDate: 1 })).toBeGreaterThan(riskOf(calm));
    expect(riskOf({ ...calm, despairSwing: 2 })).toBeGreaterThan(riskOf(calm));
  });

  test('is unknown where every future is silent', () => {
    const absent = { ...person, loggingHabit: 0, chatsPerDay: 0 };
    const risk = crisisRisk(
      { person: absent, mind: { ...calm, despairSwing: -50 }, day: 0 },
      20,
      seededRandom(7),
    );
    expect(risk).toBeUndefined();
  });
});
