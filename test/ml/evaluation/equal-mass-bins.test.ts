import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brierSkill } from '../../../ml/evaluation/brier-skill.ts';
import { equalMassBins, equalMassCalibrationError } from '../../../ml/evaluation/equal-mass-bins.ts';

// numpy 2.4 and scikit-learn 1.9.1: sklearn.calibration.calibration_curve(y, p, n_bins=5, strategy='quantile').
const probabilities = [0.02, 0.11, 0.19, 0.27, 0.36, 0.41, 0.55, 0.63, 0.78, 0.94];
const labels = [0, 0, 0, 1, 0, 1, 1, 0, 1, 1];

describe('equalMassBins', () => {
  it('are those of scikit-learn where the numbers divide', () => {
    const bins = equalMassBins({ labels, probabilities }, 5);
    expect(bins.map(({ observed }) => observed)).toEqual([0, 0.5, 0.5, 0.5, 1]);
    bins.forEach(({ predicted }, bin) => {
      expect(predicted).toBeCloseTo([0.065, 0.23, 0.385, 0.59, 0.86][bin]!, 12);
    });
  });

  it('hold every row once, in numbers that differ by one at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
        }),
        fc.integer({ min: 1, max: 20 }),
        (rows, count) => {
          const bins = equalMassBins(
            {
              labels: rows.map(([label]) => label),
              probabilities: rows.map(([, probability]) => probability),
            },
            count,
          );
          const sizes = bins.map(({ weight }) => weight);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows.length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('equalMassCalibrationError', () => {
  it('is the mean distance, by hand (.065 + .27 + .115 + .09 + .14) / 5', () => {
    expect(equalMassCalibrationError({ labels, probabilities }, 5)).toBeCloseTo(0.136, 12);
  });

  it('has no value without rows', () => {
    expect(equalMassCalibrationError({ labels: [], probabilities: [] }, 5)).toBeNaN();
  });
});

describe('brierSkill', () => {
  it('is 1 for who is certain and right, 0 for the base rate, below for who is certain and wrong', () => {
    expect(brierSkill({ labels: [0, 1], probabilities: [0, 1] })).toBe(1);
    expect(brierSkill({ labels: [0, 1], probabilities: [0.5, 0.5] })).toBe(0);
    expect(brierSkill({ labels: [0, 1], probabilities: [1, 0] })).toBe(-3);
  });

  it('counts weights as copies', () => {
    expect(brierSkill({ labels: [0, 1], probabilities: [0.25, 0.5], weights: [2, 1] })).toBeCloseTo(
      brierSkill({ labels: [0, 0, 1], probabilities: [0.25, 0.25, 0.5] }),
      12,
    );
  });
});
