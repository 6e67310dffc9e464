import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fitLogisticRegression } from '../../../ml/models/logistic-regression.ts';
import { fitPlattScaling } from '../../../ml/models/platt-scaling.ts';
import { fitStandardisation, standardise } from '../../../ml/preprocessing/standardisation.ts';

const numbers = z.array(z.number());
const Fixture = z.object({
  logistic: z.array(
    z.object({
      width: z.int(),
      raw: numbers,
      values: numbers,
      labels: numbers,
      weights: numbers,
      coefficients: numbers,
      intercept: z.number(),
    }),
  ),
  platt: z.object({ scores: numbers, labels: numbers, slope: z.number(), intercept: z.number() }),
});

// How it was made: test/fixtures/models/make-fixtures.py, with scikit-learn 1.9.1.
const fixture = Fixture.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/models/sklearn.json', import.meta.url), 'utf8')),
);

describe.each(fixture.logistic)('the same as scikit-learn, $labels.length rows', (expected) => {
  const { width, labels, weights } = expected;

  it('standardises as StandardScaler', () => {
    const raw = Float64Array.from(expected.raw);
    standardise(raw, fitStandardisation(raw, width)).forEach((value, cell) => {
      expect(value).toBeCloseTo(expected.values[cell]!, 10);
    });
  });

  it('finds the coefficients of LogisticRegression(C=1) to 1e-6', () => {
    const values = Float64Array.from(expected.values);
    const { coefficients, intercept } = fitLogisticRegression({ values, labels, weights }, width, 1);
    coefficients.forEach((coefficient, column) => {
      expect(Math.abs(coefficient - expected.coefficients[column]!)).toBeLessThan(1e-6);
    });
    expect(Math.abs(intercept - expected.intercept)).toBeLessThan(1e-6);
  });
});

describe('fitPlattScaling', () => {
  it('finds the curve through the softened targets', () => {
    const { scores, labels, slope, intercept } = fixture.platt;
    const fitted = fitPlattScaling({
      values: Float64Array.from(scores),
      labels,
      weights: labels.map(() => 1),
    });
    expect(fitted.slope).toBeCloseTo(slope, 5);
    expect(fitted.intercept).toBeCloseTo(intercept, 5);
  });

  it('stays finite for scores that separate perfectly', () => {
    const { slope, intercept } = fitPlattScaling({
      values: new Float64Array([-2, -1, 1, 2]),
      labels: [0, 0, 1, 1],
      weights: [1, 1, 1, 1],
    });
    expect(1 / (1 + Math.exp(-(slope * 2 + intercept)))).toBeLessThan(0.99);
  });

  it('never turns the ranking round: a score worse than chance gives everyone about the prevalence', () => {
    const { slope, intercept } = fitPlattScaling({
      values: new Float64Array([2, 1, -1, -2]),
      labels: [0, 0, 1, 1],
      weights: [1, 1, 1, 1],
    });
    expect(slope).toBe(1e-6);
    expect(1 / (1 + Math.exp(-intercept))).toBeCloseTo(0.5, 12);
  });
});

describe('fitLogisticRegression', () => {
  it('stays finite where a column separates the labels', () => {
    const rows = { values: new Float64Array([-1, -1, 1, 1]), labels: [0, 0, 1, 1], weights: [1, 1, 1, 1] };
    const { coefficients } = fitLogisticRegression(rows, 1, 1);
    expect(coefficients[0]).toBeGreaterThan(0);
    expect(coefficients[0]).toBeLessThan(5);
  });

  it('ignores a column of zeros', () => {
    const rows = { values: new Float64Array([1, 0, -1, 0, 2, 0]), labels: [1, 0, 0], weights: [1, 1, 1] };
    expect(fitLogisticRegression(rows, 2, 1).coefficients[1]).toBe(0);
  });
});
