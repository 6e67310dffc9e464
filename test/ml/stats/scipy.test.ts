import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { betaShare } from '../../../ml/stats/beta-share.ts';
import { digammaOfCount } from '../../../ml/stats/digamma-of-count.ts';
import { kolmogorovSmirnov } from '../../../ml/stats/kolmogorov-smirnov.ts';
import { leastSquaresLine } from '../../../ml/stats/least-squares-line.ts';
import { upperGammaShare } from '../../../ml/stats/upper-gamma-share.ts';

const numbers = z.array(z.number());
const Fixture = z.object({
  lines: z.array(
    z.object({
      x: numbers,
      y: numbers,
      slope: z.number(),
      intercept: z.number(),
      rSquared: z.number(),
      pValue: z.number(),
    }),
  ),
  samples: z.array(z.object({ one: numbers, other: numbers, statistic: z.number(), pValue: z.number() })),
  upperGammaShares: z.array(z.tuple([z.number(), z.number(), z.number()])),
  betaShares: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  digamma: z.array(z.tuple([z.number(), z.number()])),
});

// How it was made: test/fixtures/stats/make-fixtures.py, with scipy 1.17.1.
const fixture = Fixture.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/stats/scipy.json', import.meta.url), 'utf8')),
);

/** Within so much of the expected value's size, however small it is. */
const expectNear = (actual: number, expected: number, relative = 1e-9) => {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(
    relative * Math.abs(expected) + 1e-300,
  );
};

describe('the same as scipy', () => {
  it.each(fixture.lines)('a line through $x.length points has linregress’s slope, R² and p-value', (of) => {
    const line = leastSquaresLine(of.x, of.y);
    expectNear(line.slope, of.slope);
    expectNear(line.intercept, of.intercept);
    expectNear(line.rSquared, of.rSquared);
    // Of a nearly perfect line 1 − R² has few digits left, there as here.
    expectNear(line.pValue, of.pValue, of.pValue < 1e-20 ? 1e-3 : 1e-9);
  });

  it.each(fixture.samples)(
    'two samples of $one.length and $other.length have ks_2samp’s distance and p-value',
    (of) => {
      const test = kolmogorovSmirnov(of.one, of.other);
      expectNear(test.statistic, of.statistic);
      expectNear(test.pValue, of.pValue);
      expect(kolmogorovSmirnov(of.other, of.one).pValue).toBeCloseTo(test.pValue, 12);
    },
  );

  it('incomplete gamma and beta functions, and digamma', () => {
    for (const [a, x, expected] of fixture.upperGammaShares) {
      // Far below 1 the lower share's series would lose digits; none of these p-values is used that small.
      expect(Math.abs(upperGammaShare(a, x) - expected)).toBeLessThan(1e-12);
    }
    for (const [x, a, b, expected] of fixture.betaShares) expectNear(betaShare(x, a, b), expected, 1e-11);
    for (const [n, expected] of fixture.digamma) expectNear(digammaOfCount(n), expected, 1e-13);
  });
});

describe('a line', () => {
  it('says nothing against chance where y does not vary, or there are two points', () => {
    expect(leastSquaresLine([1, 2, 3], [4, 4, 4])).toEqual({
      slope: 0,
      intercept: 4,
      rSquared: 0,
      pValue: 1,
    });
    expect(leastSquaresLine([1, 2], [4, 9]).pValue).toBe(1);
    expect(leastSquaresLine([1, 2, 3], [2, 4, 6]).pValue).toBe(0);
  });

  it('is refused through one point, or points above one another', () => {
    expect(() => leastSquaresLine([1], [1])).toThrow(expect.objectContaining({ code: 'insufficient-data' }));
    expect(() => leastSquaresLine([2, 2], [1, 3])).toThrow('different x');
  });
});

describe('a comparison of two samples', () => {
  it('is refused where one is empty', () => {
    expect(() => kolmogorovSmirnov([], [1])).toThrow(expect.objectContaining({ code: 'insufficient-data' }));
  });

  it('comes near the exact p-value where the sample is too large to count', () => {
    // 2,000 × 6,000 values are over the limit of the count. By scipy 1.17.1:
    // ks_2samp(range(0, 12000, 6), [2 * i + 257 for i in range(6000)], method='exact') has D .021833, p .468801.
    const one = Array.from({ length: 2000 }, (_, i) => i * 6);
    const other = Array.from({ length: 6000 }, (_, i) => i * 2 + 257);
    const test = kolmogorovSmirnov(one, other);
    expect(test.statistic).toBeCloseTo(0.021833333333333333, 12);
    expect(Math.abs(test.pValue - 0.46880114148540103)).toBeLessThan(0.01);
  });
});
