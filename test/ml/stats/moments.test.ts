import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InsufficientDataError } from '../../../ml/insufficient-data-error.ts';
import { leastSquaresSlope } from '../../../ml/stats/least-squares-slope.ts';
import { mean } from '../../../ml/stats/mean.ts';
import { populationStandardDeviation } from '../../../ml/stats/population-standard-deviation.ts';
import { populationVariance } from '../../../ml/stats/population-variance.ts';

const someValues = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

describe('mean, populationVariance and populationStandardDeviation', () => {
  it('agree with numpy 2.4: np.mean, np.var, np.std of 1.5, 2.5, 4, 7, -3.25', () => {
    const values = [1.5, 2.5, 4, 7, -3.25];
    expect(mean(values)).toBeCloseTo(2.35, 14);
    expect(populationVariance(values)).toBeCloseTo(11.29, 12);
    expect(populationStandardDeviation(values)).toBeCloseTo(3.360059523282288, 12);
  });

  it('know the certified figures of the NIST data set NumAcc1', () => {
    const values = [10000001, 10000003, 10000002];
    expect(mean(values)).toBe(10000002);
    // Certified: mean 10000002, sample standard deviation 1, so the population variance is 2/3.
    expect(populationVariance(values)).toBeCloseTo(2 / 3, 12);
  });

  it('move with a shift, and the spread does not', () => {
    fc.assert(
      fc.property(someValues, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        const shifted = values.map((value) => value + shift);
        expect(mean(shifted)).toBeCloseTo(mean(values) + shift, 6);
        expect(populationStandardDeviation(shifted)).toBeCloseTo(populationStandardDeviation(values), 3);
      }),
    );
  });

  it('refuse no values', () => {
    expect(() => mean([])).toThrow(InsufficientDataError);
    expect(() => populationVariance([])).toThrow(InsufficientDataError);
    expect(() => populationStandardDeviation([])).toThrow(InsufficientDataError);
  });
});

describe('leastSquaresSlope', () => {
  it('agrees with numpy.polyfit on the first ten rows of the NIST data set Norris', () => {
    // https://www.itl.nist.gov/div898/strd/lls/data/Norris.shtml; numpy 2.4: polyfit(x, y, 1)[0].
    const x = [0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0];
    const y = [0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9];
    expect(leastSquaresSlope(x, y)).toBeCloseTo(1.0031227693341322, 10);
  });

  it('recovers the slope of any straight line, also at date numbers of our time', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 19_000, max: 21_000 }), { minLength: 2, maxLength: 30 }),
        fc.double({ min: -10, max: 10, noNaN: true }),
        (x, slope) => {
          const y = x.map((value) => 3 + slope * value);
          expect(leastSquaresSlope(x, y)).toBeCloseTo(slope, 8);
        },
      ),
    );
  });

  it('refuses one point, points above each other and lists of two lengths', () => {
    expect(() => leastSquaresSlope([1], [1])).toThrow(InsufficientDataError);
    expect(() => leastSquaresSlope([1, 1], [1, 2])).toThrow(InsufficientDataError);
    expect(() => leastSquaresSlope([1, 2], [1])).toThrow(InsufficientDataError);
  });
});
