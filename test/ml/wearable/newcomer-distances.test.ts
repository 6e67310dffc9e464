import { describe, expect, it } from 'vitest';
import { newcomerDistances } from '../../../ml/wearable/newcomer-distances.ts';
import { peopleFolds } from '../../../ml/wearable/people-folds.ts';

const inOneGroup = (values: readonly number[]) => ({
  values: Float64Array.from(values),
  size: 1,
  given: [],
  groupOf: new Int32Array(values.length),
  groups: 1,
});

describe('newcomerDistances', () => {
  it('is the mean distance of people who were left out, by hand', () => {
    // Without Ada the mean is 5 and the variance 1: she lies 25 and 9 away. Without Ben 1 and 1: he lies 9 and 25 away.
    const distances = newcomerDistances(inOneGroup([0, 2, 4, 6]), ['ada', 'ada', 'ben', 'ben'], 0);
    expect(distances[0]).toBeCloseTo(17, 3);
  });

  it('counts each person once, however many windows they have', () => {
    // As above, and Ben has 4 and 6 three times over: variance and distances stay, and so does the mean over two people.
    const values = inOneGroup([0, 2, 4, 6, 4, 6, 4, 6]);
    const people = ['ada', 'ada', ...Array.from({ length: 6 }, () => 'ben')];
    expect(newcomerDistances(values, people, 0)[0]).toBeCloseTo(17, 3);
  });

  it('is 1 where nobody can be left out', () => {
    expect([...newcomerDistances(inOneGroup([0, 2]), ['ada', 'ada'], 0)]).toEqual([1]);
    // Only Ada is in the second group.
    const groups = { ...inOneGroup([0, 2, 4, 9]), groupOf: Int32Array.of(0, 0, 0, 1), groups: 2 };
    expect(newcomerDistances(groups, ['ada', 'ben', 'cho', 'ada'], 0)[1]).toBe(1);
  });
});

describe('peopleFolds', () => {
  it('keeps a person in one fold, and has no more than twenty', () => {
    const people = Array.from({ length: 300 }, (_, window) => `person ${window % 45}`);
    const { count, foldOf } = peopleFolds(people);
    expect(count).toBe(20);
    expect(new Set(foldOf)).toEqual(new Set(Array(20).keys()));
    const folds = people.map((person, window) => `${person}: ${foldOf[window]}`);
    expect(new Set(folds).size).toBe(45);
    expect(peopleFolds([])).toEqual({ count: 0, foldOf: new Int32Array() });
  });
});
