import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anomalyScore, severityOf } from '../../../ml/wearable/calibrated-score.ts';
import { fitThreshold, readThreshold } from '../../../ml/wearable/threshold.ts';

const errorModel = { kind: 'mse', steps: 60, features: 7, judgedFeatures: 4 } as const;
const anyErrors = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 });
const anyPercentile = fc.double({ min: 0.1, max: 99.9, noNaN: true });
const anyThreshold = fc
  .tuple(anyErrors, anyPercentile)
  .map(([errors, percentile]) => fitThreshold(errors, percentile, errorModel));
const anyError = fc.oneof(
  fc.double({ min: 0, max: 1e9, noNaN: true }),
  fc.constantFrom(0, Number.MIN_VALUE, Number.MAX_VALUE, Number.POSITIVE_INFINITY),
);

describe('anomalyScore', () => {
  it('is always a number from 0 to below 1', () => {
    fc.assert(
      fc.property(
        anyThreshold,
        anyError,
        fc.double({ min: 1, max: 3, noNaN: true }),
        (threshold, error, factor) => {
          const score = anomalyScore(error, threshold, factor);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThan(1);
        },
      ),
    );
  });

  it('never falls when the error grows', () => {
    fc.assert(
      fc.property(anyThreshold, anyError, anyError, (threshold, a, b) => {
        const [less, more] = [
          anomalyScore(Math.min(a, b), threshold),
          anomalyScore(Math.max(a, b), threshold),
        ];
        expect(less).toBeLessThanOrEqual(more);
      }),
    );
  });

  it('has 0.3 at the threshold and 0.7 at the certain error, from either side', () => {
    fc.assert(
      fc.property(anyThreshold, (threshold) => {
        expect(anomalyScore(threshold.threshold, threshold)).toBeCloseTo(0.3, 12);
        expect(anomalyScore(threshold.q995, threshold)).toBeCloseTo(0.7, 12);
        const justAbove = (error: number) => error * (1 + 4 * Number.EPSILON);
        // The band may be as narrow as a millionth of the threshold, so a rounding step moves the score by 1e-9.
        expect(anomalyScore(justAbove(threshold.threshold), threshold)).toBeCloseTo(0.3, 6);
        expect(anomalyScore(justAbove(threshold.q995), threshold)).toBeCloseTo(0.7, 6);
      }),
    );
  });

  it('jumps at no edge, however many validation errors are alike', () => {
    const tied = fc.array(fc.nat(6), { minLength: 1, maxLength: 80 });
    const oneApart = fc
      .tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 400 }))
      .map(([most, other, count]) => [...Array.from({ length: count }, () => most), other]);
    fc.assert(
      fc.property(fc.oneof(tied, oneApart), fc.constantFrom(50, 95, 99.9), (errors, percentile) => {
        const threshold = fitThreshold(errors, percentile, errorModel);
        for (const edge of [threshold.threshold, threshold.q995, ...threshold.quantiles]) {
          const [below, above] = [1 - 1e-12, 1 + 1e-12].map((near) => anomalyScore(edge * near, threshold));
          expect((above ?? 1) - (below ?? 0)).toBeLessThan(1e-5);
        }
        expect(anomalyScore(threshold.threshold, threshold)).toBeCloseTo(0.3, 12);
      }),
    );
  });

  it('is 0 for a window that is rebuilt perfectly, where all validation windows were', () => {
    expect(anomalyScore(0, fitThreshold([0, 0, 0], 95, errorModel))).toBe(0);
  });

  it('follows the three pieces of the definition', () => {
    // Errors 0, 1, … 100: the 95th percentile is 95, the 99.5th is 99.5, F(e) = e / 100.
    const threshold = fitThreshold(
      Array.from({ length: 101 }, (_, error) => error),
      95,
      errorModel,
    );
    expect(threshold.threshold).toBe(95);
    expect(threshold.q995).toBe(99.5);
    expect(anomalyScore(0, threshold)).toBe(0);
    expect(anomalyScore(47.5, threshold)).toBeCloseTo((0.3 * 0.475) / 0.95, 12);
    expect(anomalyScore(97.25, threshold)).toBeCloseTo(0.5, 12);
    expect(anomalyScore(199, threshold)).toBeCloseTo(1 - (0.3 * 99.5) / 199, 12);
  });

  it('is finite where all validation errors are alike, even all 0', () => {
    for (const error of [0, 5]) {
      const threshold = fitThreshold([error, error, error], 95, errorModel);
      expect(anomalyScore(error, threshold)).toBeLessThanOrEqual(0.3);
      expect(severityOf(anomalyScore(error * 2 + 1, threshold))).toBe('anomaly');
    }
  });

  it('takes a raised personal threshold for what it is: the same error means less', () => {
    const threshold = fitThreshold([1, 2, 3, 4], 95, errorModel);
    expect(anomalyScore(8, threshold, 2)).toBe(anomalyScore(4, threshold));
  });

  it('refuses an error that is no number instead of passing it on', () => {
    expect(() => anomalyScore(Number.NaN, fitThreshold([1, 2], 95, errorModel))).toThrow(/NaN/);
  });
});

describe('threshold.json', () => {
  it('comes back from its file as it was', () => {
    const threshold = fitThreshold([0.2, 0.1, 0.4], 95, errorModel);
    expect(readThreshold(JSON.parse(JSON.stringify(threshold)))).toEqual(threshold);
  });

  it('is refused by name when another release wrote it', () => {
    expect(() => readThreshold({ formatVersion: 2 })).toThrow(/threshold\.json of format version 2/);
  });

  it('is refused when its bands are the wrong way round or its quantiles fall', () => {
    const threshold = fitThreshold([0.2, 0.1, 0.4], 95, errorModel);
    expect(() => readThreshold({ ...threshold, q995: threshold.threshold })).toThrow(/99.5th/);
    expect(() => readThreshold({ ...threshold, quantiles: [1, 0.5] })).toThrow(/ascend/);
  });

  it('needs a window', () => {
    expect(() => fitThreshold([], 95, errorModel)).toThrow(/at least one validation window/);
  });
});
