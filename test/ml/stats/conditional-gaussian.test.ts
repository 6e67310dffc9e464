import { describe, expect, it } from 'vitest';
import { conditionalMeans } from '../../../ml/stats/conditional-means.ts';
import { mahalanobisTerms } from '../../../ml/stats/mahalanobis.ts';
import { marginalGaussian } from '../../../ml/stats/marginal-gaussian.ts';

// Covariance [[4, 2, 1], [2, 3, 0], [1, 0, 2]], determinant 13; its inverse by cofactors.
const means = [1, -2, 3];
const precision = [6, -4, -3, -4, 7, 2, -3, 2, 8].map((cofactor) => cofactor / 13);
const gaussian = { means, precision };

const distance = (values: readonly number[], of: typeof gaussian) =>
  mahalanobisTerms(values, 0, of).reduce((sum, term) => sum + term, 0);

describe('marginalGaussian', () => {
  it('has the inverse of the kept block of the covariance as precision', () => {
    const { means: kept, precision: marginal } = marginalGaussian(gaussian, [0, 1]);
    expect(kept).toEqual([1, -2]);
    // Of [[4, 2], [2, 3]], determinant 8.
    [3, -2, -2, 4].forEach((cofactor, at) => {
      expect(marginal[at]).toBeCloseTo(cofactor / 8, 12);
    });
  });

  it('leaves of the distance what the others have, given these', () => {
    // The third given the first two: mean 3 + [1, 0] C⁻¹ d, variance 2 − [1, 0] C⁻¹ [1, 0]ᵀ with C = [[4, 2], [2, 3]].
    const values = [2, 1, 5];
    const expected = 3 + (3 * 1 - 2 * 3) / 8;
    const variance = 2 - 3 / 8;
    const left =
      distance(values, gaussian) - distance(values.slice(0, 2), marginalGaussian(gaussian, [0, 1]));
    expect(left).toBeCloseTo((5 - expected) ** 2 / variance, 12);
  });
});

describe('conditionalMeans', () => {
  it('is the regression of the others on what is given', () => {
    const [first, second, third] = conditionalMeans(gaussian, [2, 1, Number.NaN], [0, 1]);
    expect([first, second]).toEqual([2, 1]);
    expect(third).toBeCloseTo(3 + (3 * 1 - 2 * 3) / 8, 12);
  });

  it('is the means where nothing is given', () => {
    conditionalMeans(gaussian, [9, 9, 9], []).forEach((value, at) => {
      expect(value).toBeCloseTo(means[at]!, 12);
    });
  });
});
