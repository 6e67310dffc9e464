import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleDataset } from '../../../ml/datasets/assemble-dataset.ts';
import type { DatasetRow, SampleRow } from '../../../ml/datasets/dataset-row.ts';
import { InvalidRowError } from '../../../ml/datasets/invalid-row-error.ts';
import type { AssemblyOptions } from '../../../ml/datasets/plan-dataset.ts';
import { SingleClassError } from '../../../ml/datasets/single-class-error.ts';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';

const dayMs = 86_400_000;
const defaults: AssemblyOptions = {
  validationSplit: 0.2,
  splitBy: 'user',
  balance: 'both',
  seed: 1,
  secret: 'a secret',
};

/** The two features are the row's person and cut-off day, so that a sample can be traced in a test. */
const row = (person: number, cutoffDay: number, label: 0 | 1): DatasetRow => ({
  personId: `person ${person}`,
  cutoff: cutoffDay * dayMs,
  cutoffDay,
  features: [person, cutoffDay],
  label,
});
const personsOf = (samples: readonly SampleRow[]) => new Set(samples.map((sample) => sample.features[0]!));
const cutoffDayOf = (sample: SampleRow) => sample.features[1]!;
const keyOf = (sample: { features: ArrayLike<number> }) => `${sample.features[0]} ${sample.features[1]}`;

/** 2–40 persons with 1–6 weekly cut-offs each; the first two have a crisis, the next two have none. */
const populations = fc
  .array(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), { minLength: 4, maxLength: 40 })
  .map((persons) =>
    persons.flatMap((crises, person) =>
      crises.map((crisis, week) => {
        const decided = person < 2 ? 1 : person < 4 ? 0 : Number(crisis);
        return row(person, 20_000 + 7 * week, decided as 0 | 1);
      }),
    ),
  );
const splits = fc.double({ min: 0.05, max: 0.5, noNaN: true });

describe('assembleDataset by user', () => {
  test('puts no person on both sides, loses no row and lacks no class, for any seed, size and cut-offs', () => {
    fc.assert(
      fc.property(populations, splits, fc.integer(), (rows, validationSplit, seed) => {
        const { train, validation } = assembleDataset(rows, { ...defaults, validationSplit, seed });
        const trainPersons = personsOf(train);
        for (const person of personsOf(validation)) expect(trainPersons.has(person)).toBe(false);
        expect(new Set([...train, ...validation].map(keyOf))).toEqual(new Set(rows.map(keyOf)));
        for (const side of [train, validation]) {
          expect(new Set(side.map((sample) => sample.label))).toEqual(new Set([0, 1]));
        }
      }),
    );
  });

  test('validates on round(persons × split) persons wherever both classes allow it', () => {
    fc.assert(
      fc.property(populations, splits, (rows, validationSplit) => {
        const { validation } = assembleDataset(rows, { ...defaults, validationSplit });
        const persons = new Set(rows.map((one) => one.personId)).size;
        const wanted = Math.min(Math.max(Math.round(persons * validationSplit), 2), persons - 2);
        expect(personsOf(validation).size).toBe(wanted);
      }),
    );
  });

  test('keeps the share of persons with a crisis on both sides', () => {
    // 100 persons, 20 with a crisis: a fifth for validation is 20 persons, 4 of them with a crisis.
    const rows = Array.from({ length: 100 }, (_, person) => row(person, 20_000, person < 20 ? 1 : 0));
    const { counts } = assembleDataset(rows, { ...defaults, balance: 'none' });
    expect(counts.validation.before).toEqual({ negative: 16, positive: 4 });
    expect(counts.train.before).toEqual({ negative: 64, positive: 16 });
  });

  test('balances each side exactly, with copies in turn that keep their id', () => {
    fc.assert(
      fc.property(populations, fc.integer(), (rows, seed) => {
        const dataset = assembleDataset(rows, { ...defaults, seed });
        for (const side of ['train', 'validation'] as const) {
          const { after } = dataset.counts[side];
          expect(after.positive).toBe(after.negative);
          expect(dataset[side].length).toBe(after.positive + after.negative);
          const timesOf = (label: 0 | 1) => {
            const times = new Map<string, number>();
            for (const sample of dataset[side]) {
              expect(dataset.sampleIds.get(`person ${sample.features[0]}`)).toBe(sample.sampleId);
              if (sample.label === label) times.set(keyOf(sample), (times.get(keyOf(sample)) ?? 0) + 1);
            }
            return [...times.values()];
          };
          for (const label of [0, 1] as const) {
            const times = timesOf(label);
            // In turn: nobody is copied twice more than another, and those copied once more come first.
            expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
            expect(times).toEqual([...times].sort((a, b) => b - a));
          }
        }
      }),
    );
  });

  test.each([
    { balance: 'train', trainEqual: true, validationEqual: false },
    { balance: 'none', trainEqual: false, validationEqual: false },
  ] as const)('balance "$balance" leaves the other sides as they are', (expected) => {
    const rows = Array.from({ length: 50 }, (_, person) => row(person, 20_000, person % 5 === 0 ? 1 : 0));
    const { counts } = assembleDataset(rows, { ...defaults, balance: expected.balance });
    expect(counts.train.after.positive === counts.train.after.negative).toBe(expected.trainEqual);
    expect(counts.validation.after.positive === counts.validation.after.negative).toBe(
      expected.validationEqual,
    );
    expect(counts.validation.after).toEqual(counts.validation.before);
  });

  test('does not depend on the order of its rows', () => {
    fc.assert(
      fc.property(
        populations.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          expect(assembleDataset(shuffled, defaults)).toEqual(assembleDataset(rows, defaults));
        },
      ),
    );
  });

  test('another seed or another secret numbers and orders people differently', () => {
    const rows = Array.from({ length: 60 }, (_, person) => row(person, 20_000, person % 3 === 0 ? 1 : 0));
    const order = (options: Partial<AssemblyOptions>) =>
      assembleDataset(rows, { ...defaults, ...options }).train.map(keyOf);
    expect(order({})).toEqual(order({}));
    expect(order({ seed: 2 })).not.toEqual(order({}));
    expect(order({ secret: 'another' })).not.toEqual(order({}));
  });

  test('numbers persons from 1 without gaps, mixed over both sides, and files in id order', () => {
    const rows = Array.from({ length: 200 }, (_, person) => row(person, 20_000, person % 4 === 0 ? 1 : 0));
    const { train, validation, sampleIds } = assembleDataset(rows, defaults);
    expect([...sampleIds.values()].sort()).toEqual(
      Array.from({ length: 200 }, (_, index) => `sample_${String(index + 1).padStart(6, '0')}`),
    );
    for (const side of [train, validation]) {
      const ids = side.map((sample) => sample.sampleId);
      expect(ids).toEqual([...ids].sort());
    }
    // 40 of 200 persons validate: were the numbers sorted by side, one half would have none of them.
    const early = new Set(
      validation.filter((sample) => sample.sampleId <= 'sample_000100').map((sample) => sample.sampleId),
    );
    expect(early.size).toBeGreaterThan(8);
    expect(early.size).toBeLessThan(32);
  });

  test('one person of a class is refused, with counts and without a name', () => {
    const rows = [row(1, 20_000, 1), row(2, 20_000, 0), row(3, 20_000, 0), row(4, 20_000, 0)];
    const refusal = captured(() => assembleDataset(rows, defaults));
    expect(refusal).toBeInstanceOf(SingleClassError);
    expect(refusal).toMatchObject({ code: 'single-class', data: { positivePersons: 1, negativePersons: 3 } });
    expect(String(refusal)).not.toContain('person 1');
  });

  test('no rows at all is a missing class too', () => {
    expect(() => assembleDataset([], defaults)).toThrow(SingleClassError);
  });

  test('a person twice at one cut-off is refused', () => {
    const rows = [row(1, 20_000, 1), row(1, 20_000, 1), row(2, 20_000, 0)];
    expect(() => assembleDataset(rows, defaults)).toThrow(InvalidRowError);
  });
});

describe('assembleDataset by time', () => {
  const byTime = { ...defaults, splitBy: 'time' } as const;

  test('separates sides in time and by person, and drops rows for no other reason', () => {
    fc.assert(
      fc.property(populations, splits, fc.integer(), (rows, validationSplit, seed) => {
        const options = { ...byTime, validationSplit, seed };
        const dataset = attempt(() => assembleDataset(rows, options));
        if (dataset === undefined) return;
        const { train, validation, sampleIds } = dataset;
        const lastTraining = Math.max(...train.map(cutoffDayOf));
        const firstValidation = Math.min(...validation.map(cutoffDayOf));
        expect(lastTraining + 7).toBeLessThan(firstValidation);
        const validationPersons = personsOf(validation);
        for (const person of personsOf(train)) expect(validationPersons.has(person)).toBe(false);
        expect(sampleIds.size).toBe(personsOf([...train, ...validation]).size);
        const kept = new Set([...train, ...validation].map(keyOf));
        const dates = [...new Set(rows.map((one) => one.cutoffDay))].sort((a, b) => a - b);
        const later = Math.min(Math.max(Math.round(dates.length * validationSplit), 1), dates.length - 1);
        const splitDate = dates[dates.length - later]!;
        for (const one of rows) {
          if (kept.has(keyOf(one))) continue;
          const person = one.features[0]!;
          const tooLateToTrain = one.cutoffDay + 7 >= splitDate;
          const tooEarlyToValidate = one.cutoffDay < splitDate;
          // Whoever is left out fails the test of their own side.
          if (personsOf(train).has(person)) expect(tooLateToTrain).toBe(true);
          else if (validationPersons.has(person)) expect(tooEarlyToValidate).toBe(true);
          else expect(tooLateToTrain || tooEarlyToValidate).toBe(true);
        }
      }),
    );
  });

  test('with ten weekly cut-offs the last two validate and the one before them is dropped', () => {
    // Split date: week 8 of 0–9. A cut-off of week 7 looks ahead to the very day of week 8, so it is not before.
    const rows = Array.from({ length: 20 }, (_, person) =>
      Array.from({ length: 10 }, (__, week) => row(person, 20_000 + 7 * week, person % 2 === 0 ? 1 : 0)),
    ).flat();
    const { train, validation } = assembleDataset(rows, { ...byTime, balance: 'none' });
    expect(train.length).toBe(16 * 7);
    expect(validation.length).toBe(4 * 2);
    expect(Math.max(...train.map(cutoffDayOf))).toBe(20_000 + 7 * 6);
  });

  test('one cut-off date only is an invalid request that says what to change', () => {
    const rows = [row(1, 20_000, 1), row(2, 20_000, 0), row(3, 20_000, 1), row(4, 20_000, 0)];
    const refusal = captured(() => assembleDataset(rows, byTime));
    expect(refusal).toBeInstanceOf(InvalidRequestError);
    expect(String(refusal)).toContain('cutoffsPerUser');
  });

  test('a side left with one class is refused and named', () => {
    // Crises only at the early date, so that no later row has one.
    const rows = [0, 1, 2, 3, 4, 5].flatMap((person) => [
      row(person, 20_000, person < 3 ? 1 : 0),
      row(person, 20_070, 0),
    ]);
    expect(captured(() => assembleDataset(rows, byTime))).toMatchObject({
      code: 'single-class',
      data: { side: 'validation', positive: 0 },
    });
  });
});

const captured = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};

const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch (error) {
    if (error instanceof SingleClassError || error instanceof InvalidRequestError) return undefined;
    throw error;
  }
};
