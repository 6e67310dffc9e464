import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

const draws = 20_000;
const sample = (draw: () => number) => Array.from({ length: draws }, draw);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[]) => {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
};

describe('seededRandom', () => {
  test('repeats itself for the same seed and differs for another, neighbouring or textual', () => {
    const first = (seed: number | string) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.int(1_000_000)
        )(seededRandom(seed)),
      );
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
    expect(first(1)).not.toEqual(first('1'));
  });

  test('a fork depends on the seed and its label, never on what was drawn before', () => {
    const fresh = seededRandom(3);
    const used = seededRandom(3);
    used.next();
    used.normal();
    expect(used.fork('person 4').next()).toBe(fresh.fork('person 4').next());
    expect(fresh.fork('person 4').next()).not.toBe(fresh.fork('person 5').next());
  });

  test('labels of nested forks cannot be confused with one longer label', () => {
    const root = seededRandom(3);
    expect(root.fork('a').fork('b').next()).not.toBe(root.fork('a/b').next());
    expect(root.fork('a').fork('b').next()).not.toBe(root.fork('a/1:b').next());
  });

  test('next lies in [0, 1) with mean 1/2 and variance 1/12', () => {
    const values = sample(seededRandom(1).next);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    // Four standard errors: sqrt(1/12/20000) = .00204; variance of the variance estimate is about 1/180/20000.
    expect(Math.abs(meanOf(values) - 1 / 2)).toBeLessThan(0.0082);
    expect(Math.abs(varianceOf(values) - 1 / 12)).toBeLessThan(0.0022);
  });

  test('normal has mean 0, variance 1 and 95 % within 1.96', () => {
    const values = sample(seededRandom(1).normal);
    expect(Math.abs(meanOf(values))).toBeLessThan(4 / Math.sqrt(draws));
    expect(Math.abs(varianceOf(values) - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
    const within = meanOf(values.map((value) => Number(Math.abs(value) < 1.959964)));
    expect(Math.abs(within - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / draws));
  });

  test.each([0, 0.3, 4, 75])('poisson(%d) has mean and variance equal to its mean', (mean) => {
    const random = seededRandom(2);
    const values = sample(() => random.poisson(mean));
    const standardError = Math.sqrt(mean / draws);
    expect(Math.abs(meanOf(values) - mean)).toBeLessThanOrEqual(4 * standardError);
    // Var(s²) ≈ (μ₄ − σ⁴)/n with μ₄ = λ + 3λ².
    expect(Math.abs(varianceOf(values) - mean)).toBeLessThanOrEqual(
      4 * Math.sqrt((mean + 2 * mean ** 2) / draws),
    );
  });

  test('bernoulli(p) is true a share p of the time, never at 0 and always at 1', () => {
    const random = seededRandom(5);
    const share = meanOf(sample(() => Number(random.bernoulli(0.3))));
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / draws));
    expect(random.bernoulli(0)).toBe(false);
    expect(random.bernoulli(1)).toBe(true);
  });

  test('int covers 0 … below − 1 evenly', () => {
    const random = seededRandom(6);
    const counts = new Array<number>(7).fill(0);
    for (let draw = 0; draw < draws; draw += 1) counts[random.int(7)]! += 1;
    const expected = draws / 7;
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquared).toBeLessThan(22.46); // 99.9 % point of chi-squared with 6 degrees of freedom (R: qchisq)
  });

  test.each([0, -1, 1.5, Number.NaN])('int(%d) is refused', (below) => {
    expect(() => seededRandom(1).int(below)).toThrow(RangeError);
  });

  test('shuffle keeps every item and leaves its argument alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const shuffled = seededRandom(seed).shuffle(items);
        expect(items).toEqual(before);
        expect([...shuffled].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
      }),
    );
  });
});
