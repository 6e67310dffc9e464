import { describe, expect, it } from 'vitest';
import { evaluateClassifier } from '../../../ml/evaluation/evaluate-classifier.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

const options = { resamples: 200, random: seededRandom(1) };
const labels = [0, 0, 0, 1, 1, 0, 0, 1];
const probabilities = [0.1, 0.2, 0.6, 0.7, 0.9, 0.3, 0.1, 0.4];
const persons = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'g'];
const weights = [1, 1, 1, 1, 1, 1, 0.5, 0.5];

describe('evaluateClassifier', () => {
  const figures = evaluateClassifier(
    {
      labels,
      probabilities,
      persons,
      weights,
      baselineScores: { logisticRegression: probabilities, lastWeekMood: null },
    },
    0.5,
    options,
  );

  it('counts a person with two rows as one', () => {
    expect(figures.persons).toBe(7);
    expect(figures.rows).toBe(8);
    // Positive weight d + e + half of g = 2.5 of 7 persons.
    expect(figures.prevalence).toBeCloseTo(2.5 / 7, 12);
    expect(figures.confusion).toEqual({
      truePositives: 2,
      falsePositives: 1,
      trueNegatives: 3.5,
      falseNegatives: 0.5,
    });
    expect(figures.recall.value).toBeCloseTo(2 / 2.5, 12);
  });

  it('puts each figure inside its interval', () => {
    for (const name of ['auc', 'prAuc', 'precision', 'recall', 'specificity', 'f1', 'brier'] as const) {
      expect(figures[name].low).toBeLessThanOrEqual(figures[name].value);
      expect(figures[name].high).toBeGreaterThanOrEqual(figures[name].value);
    }
  });

  it('sees no lead over a baseline that says the same, and none at all over one that is absent', () => {
    expect(figures.baselines.logisticRegression.aucDifference).toEqual({ difference: 0, low: 0, high: 0 });
    expect(figures.baselines.lastWeekMood).toBeNull();
  });
});
