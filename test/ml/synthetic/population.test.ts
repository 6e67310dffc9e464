import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { generatePopulation, type SyntheticUser } from '../../../ml/synthetic/population.ts';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';
import { zoneClock } from '../../../ml/time/zone-clock.ts';
import { aucOfRisk, judgedRows } from './judged-rows.ts';

/** 2025-04-15: the simulated half year has both the autumn and the spring change of the clocks. */
const endDay = 20_193;
const options = { users: 600, days: 180, seed: 7, endDay };
const withRisk = (user: SyntheticUser | undefined) => user && { ...user, risk: user.risk() };
const hashOf = (users: Iterable<SyntheticUser>) => {
  const hash = createHash('sha256');
  for (const user of users) hash.update(JSON.stringify(withRisk(user)));
  return hash.digest('hex');
};
/** Four standard errors of a binomial share either side. */
const expectShare = (count: number, of: number, share: number) => {
  expect(Math.abs(count / of - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / of));
};

describe('generatePopulation', () => {
  let people: readonly SyntheticUser[];
  let items: readonly SyntheticUser['items'][number][];
  beforeAll(() => {
    people = [...generatePopulation(options)];
    items = people.flatMap((person) => person.items);
  });

  test('gives the same bytes for the same seed and others for another', () => {
    const few = { ...options, users: 20 };
    expect(hashOf(generatePopulation(few))).toBe(hashOf(people.slice(0, 20)));
    expect(hashOf(generatePopulation({ ...few, seed: 8 }))).not.toBe(hashOf(people.slice(0, 20)));
  });

  test('makes one person at a time, each the same whatever the number of people', () => {
    const [first, second] = generatePopulation({ ...options, users: 1_000_000_000 });
    expect([first, second].map(withRisk)).toEqual(people.slice(0, 2).map(withRisk));
  });

  test('names everybody differently, in a form that tells nothing of order', () => {
    expect(new Set(people.map((person) => person.userId)).size).toBe(people.length);
    for (const { userId } of people) expect(userId).toMatch(/^user-[a-z2-7]{10}$/);
    const ids = people.map((person) => person.userId);
    expect(ids).not.toEqual(ids.toSorted());
  });

  test('stores items as the table has them, with the user id on the profile alone', () => {
    const attributes: Readonly<Record<string, readonly string[]>> = {
      MOOD: ['timestamp', 'mood', 'notes', 'tags'],
      CHAT: ['timestamp', 'userMessage', 'wellnessScore'],
      SELFIE: ['timestamp', 'emotions'],
      SESSION: ['timestamp', 'durationSeconds'],
    };
    for (const person of people) {
      const [profile, ...others] = person.items;
      expect(profile).toMatchObject({ SK: 'PROFILE', type: 'PROFILE', userId: person.userId });
      expect(profile?.['mlOptOut'] ?? false).toBe(person.optedOut);
      expect(profile?.['timezone'] ?? 'UTC').toBe(person.timeZone);
      // Gathered, since one expectation for each of 200,000 items takes its time.
      const wrong = others.filter(
        ({ PK, SK, type, ...rest }) =>
          PK !== `USER#${person.userId}` ||
          SK.split('#')[0] !== type ||
          Object.keys(rest).some((name) => !attributes[type]?.includes(name)),
      );
      expect(wrong).toEqual([]);
    }
  });

  test('gives every item of a person a key of its own', () => {
    for (const person of people) {
      expect(new Set(person.items.map((item) => item.SK)).size).toBe(person.items.length);
    }
  });

  test('lets nothing lie after the last local date or before the first, in any zone', () => {
    for (const person of people) {
      const clock = zoneClock(person.timeZone);
      const wrong = person.items.slice(1).filter((item) => {
        const at = parseTimestamp(String(item['timestamp']));
        if (at === undefined) return false;
        const day = clock.dayOf(at);
        // The key has the same instant as the timestamp, however that is written.
        const sameInstant = item.SK === `${item.type}#${new Date(at).toISOString()}`;
        return day > endDay || day <= endDay - options.days || !sameInstant;
      });
      expect(wrong).toEqual([]);
    }
  });

  test('rates moods with whole numbers from 1 to 10, but for a few items that do not parse', () => {
    const moods = items.filter((item) => item.type === 'MOOD').map((item) => item['mood']);
    const broken = moods.filter((mood) => typeof mood !== 'number');
    expect(broken.length).toBeGreaterThan(0);
    expect(new Set(moods.filter((mood) => typeof mood === 'number'))).toEqual(
      new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    );
    const spoilt = broken.length + items.filter((item) => item['timestamp'] === 'yesterday').length;
    expectShare(spoilt, items.length, 1 / 2000);
  });

  test('has about 350 items a person, 3 % who opted out and 8 % newcomers', () => {
    expect(items.length / people.length).toBeGreaterThan(315);
    expect(items.length / people.length).toBeLessThan(385);
    expectShare(people.filter((person) => person.optedOut).length, people.length, 0.03);
    const newcomers = people.filter((person) => {
      const first = parseTimestamp(String(person.items[1]?.['timestamp'])) ?? 0;
      return zoneClock(person.timeZone).dayOf(first) > endDay - 60;
    });
    expectShare(newcomers.length, people.length, 0.08);
  });

  test('spreads people over the zones of the world and writes some timestamps with an offset', () => {
    expect(new Set(people.map((person) => person.timeZone)).size).toBeGreaterThan(20);
    const offsets = items.filter((item) => /[+-]\d\d:\d\d$/.test(String(item['timestamp'])));
    expect(offsets.length / items.length).toBeGreaterThan(0.02);
    expect(offsets.length / items.length).toBeLessThan(0.12);
  });

  test('writes hundreds of different sentences', () => {
    const texts = items.flatMap((item) => [item['notes'], item['userMessage']]).filter((text) => text);
    const sentences = texts.flatMap((text) =>
      String(text)
        .toLowerCase()
        .split(/(?<=[.!?])\s+/),
    );
    expect(new Set(sentences).size).toBeGreaterThan(1000);
  });

  test('puts the cut-off at the end of the local date seven before the last, and states the risk there', () => {
    for (const person of people) {
      expect(person.cutoff).toBe(zoneClock(person.timeZone).endOfDay(endDay - 7));
    }
    for (const person of people.slice(0, 100)) {
      expect(person.risk()).toBeGreaterThanOrEqual(0);
      expect(person.risk()).toBeLessThanOrEqual(1);
    }
  });

  test('states the same risk whenever it is asked for, and makes the same people where it is not', () => {
    const firstFive = () => generatePopulation({ ...options, users: 5 });
    const atOnce = [...firstFive().map(withRisk)];
    const fromTheLast = [...firstFive()].toReversed().map(withRisk).toReversed();
    expect(fromTheLast).toEqual(atOnce);
    expect(people.slice(0, 5).map(withRisk)).toEqual(atOnce);
    // As drawn when every person still came with their risk.
    const drawn = [67 / 198, 4 / 195, 19 / 199, 80 / 198, 94 / 189];
    expect(atOnce.map((person) => person?.risk)).toEqual(drawn);
  });

  test.each([{ users: -1 }, { users: 1.5 }, { days: 0 }, { seed: Number.NaN }, { endDay: 20_000.5 }])(
    'refuses %o',
    (wrong) => {
      expect(() => [...generatePopulation({ ...options, users: 1, ...wrong })]).toThrow(InvalidRequestError);
    },
  );

  test('simulates fewer days than a look-ahead without a risk', () => {
    const [person] = generatePopulation({ ...options, users: 1, days: 5 });
    expect(person?.risk()).toBeUndefined();
  });
});

describe('the risk of a population', () => {
  const rows = judgedRows(options);
  const labelled = rows.filter((row) => row.label !== 'censored');
  const crises = labelled.filter((row) => row.label === 1).length;

  test('is calibrated: as many crises follow as the risks add up to', () => {
    const expected = labelled.reduce((sum, row) => sum + row.risk, 0);
    const variance = labelled.reduce((sum, row) => sum + row.risk * (1 - row.risk), 0);
    expect(Math.abs(crises - expected)).toBeLessThan(4 * Math.sqrt(variance));
  });

  test('separates crises no better than real signs do: AUC at most .85', () => {
    // Standard error about .02 at this size (Hanley & McNeil 1982).
    expect(aucOfRisk(labelled)).toBeGreaterThan(0.76);
    expect(aucOfRisk(labelled)).toBeLessThanOrEqual(0.85);
  });

  test('leaves 12 to 20 % with a crisis and 1 to 8 % in silence', () => {
    expect(crises / labelled.length).toBeGreaterThan(0.12);
    expect(crises / labelled.length).toBeLessThan(0.2);
    const silent = (rows.length - labelled.length) / rows.length;
    expect(silent).toBeGreaterThan(0.01);
    expect(silent).toBeLessThan(0.08);
  });
});
