import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { brierScore } from '../../../ml/evaluation/brier-score.ts';
import { calibrationError } from '../../../ml/evaluation/calibration-error.ts';
import { confusion } from '../../../ml/evaluation/confusion.ts';
import { f1Score } from '../../../ml/evaluation/f1-score.ts';
import { percentileInterval } from '../../../ml/evaluation/percentile-interval.ts';
import { prAuc } from '../../../ml/evaluation/pr-auc.ts';
import { precision } from '../../../ml/evaluation/precision.ts';
import { recall } from '../../../ml/evaluation/recall.ts';
import { rocAuc } from '../../../ml/evaluation/roc-auc.ts';
import { rocCurve } from '../../../ml/evaluation/roc-curve.ts';
import { specificity } from '../../../ml/evaluation/specificity.ts';

const numbers = z.array(z.number());
const Fixture = z.object({
  cases: z.array(
    z.object({
      labels: numbers,
      probabilities: numbers,
      weights: numbers.nullable(),
      threshold: z.number(),
      rocAuc: z.number(),
      prAuc: z.number(),
      precision: z.number(),
      recall: z.number(),
      specificity: z.number(),
      f1: z.number(),
      brier: z.number(),
      confusion: z.record(z.string(), z.number()),
      calibrationError: z.number(),
      roc: z.tuple([numbers, numbers]),
    }),
  ),
  percentiles: z.object({ replicates: numbers, low: z.number(), high: z.number() }),
});

// How it was made: test/fixtures/evaluation/make-fixtures.py, with scikit-learn 1.9.1.
const fixture = Fixture.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/evaluation/sklearn.json', import.meta.url), 'utf8')),
);

describe.each(fixture.cases)('the same figures as scikit-learn, $labels.length rows', (expected) => {
  const { labels, probabilities, threshold } = expected;
  const weights = expected.weights ?? undefined;
  const rows = { labels, probabilities, weights };
  const counts = confusion(rows, threshold);

  it('for ranking, with ties and weights', () => {
    expect(rocAuc(labels, probabilities, weights)).toBeCloseTo(expected.rocAuc, 12);
    expect(prAuc(labels, probabilities, weights)).toBeCloseTo(expected.prAuc, 12);
  });

  it('for calls at a threshold', () => {
    for (const [name, count] of Object.entries(counts))
      expect(count).toBeCloseTo(expected.confusion[name]!, 9);
    expect(precision(counts)).toBeCloseTo(expected.precision, 12);
    expect(recall(counts)).toBeCloseTo(expected.recall, 12);
    expect(specificity(counts)).toBeCloseTo(expected.specificity, 12);
    expect(f1Score(counts)).toBeCloseTo(expected.f1, 12);
  });

  it('for probabilities', () => {
    expect(brierScore(rows)).toBeCloseTo(expected.brier, 12);
    expect(calibrationError(rows)).toBeCloseTo(expected.calibrationError, 12);
  });

  it('for the points of the ROC curve', () => {
    const points = rocCurve(labels, probabilities, weights);
    const [falsePositiveRates, truePositiveRates] = expected.roc;
    expect(points).toHaveLength(falsePositiveRates.length);
    points.forEach((point, index) => {
      expect(point.falsePositiveRate).toBeCloseTo(falsePositiveRates[index]!, 12);
      expect(point.truePositiveRate).toBeCloseTo(truePositiveRates[index]!, 12);
    });
  });
});

describe('percentileInterval', () => {
  it('interpolates as numpy does', () => {
    const { replicates, low, high } = fixture.percentiles;
    expect(percentileInterval(replicates).low).toBeCloseTo(low, 12);
    expect(percentileInterval(replicates).high).toBeCloseTo(high, 12);
  });
  it('leaves out replicates that are not numbers, and refuses to work on none', () => {
    expect(percentileInterval([Number.NaN, 3, Number.NaN])).toEqual({ low: 3, high: 3 });
    expect(() => percentileInterval([Number.NaN])).toThrow(
      expect.objectContaining({ code: 'insufficient-data' }),
    );
  });
});
