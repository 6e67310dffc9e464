import { describe, expect, it } from 'vitest';
import { fitNearestNeighbourBaseline } from '../../../../ml/wearable/baselines/nearest-neighbour-baseline.ts';
import { fitPcaBaseline } from '../../../../ml/wearable/baselines/pca-baseline.ts';
import { fitZScoreBaseline } from '../../../../ml/wearable/baselines/z-score-baseline.ts';
import { defaultModelSettings } from '../../../../ml/wearable/model-settings.ts';
import { fitNormalizationParams } from '../../../../ml/wearable/normalization-params.ts';
import { reference, windowsOf } from '../reference.ts';

const settings = {
  ...defaultModelSettings,
  featureNames: ['a', 'b', 'c', 'd', 'e', 'f'],
  standardisedFeatures: 6,
  stepsPerWindow: 1,
};
const train = windowsOf(reference.train);
const test = windowsOf(reference.test);
const params = fitNormalizationParams(train.values, settings);

const expectClose = (actual: Float64Array, expected: readonly number[]) => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    // Windows hold single precision.
    expect(Math.abs(actual[index]! - value) / value).toBeLessThan(1e-4);
  });
};

describe('the baselines', () => {
  it('rebuild by principal components as scikit-learn does', () => {
    expectClose(fitPcaBaseline(train, params, 2).scores(test), reference.pcaErrors);
  });

  it('find the nearest neighbour that scikit-learn finds', () => {
    expectClose(fitNearestNeighbourBaseline(train, params).scores(test), reference.nearestSquared);
  });

  it("measure each person by the person's own mean and deviation", () => {
    // a: mean 60, deviation 2; b: mean 80, deviation 10; 70 is 5 deviations from a, 1 from b.
    const history = windowsOf([[58], [62], [70], [90]], ['a', 'a', 'b', 'b']);
    const scores = fitZScoreBaseline(history, 1).scores(windowsOf([[70], [70]], ['a', 'b']));
    expect([...scores]).toEqual([5, 1]);
  });

  it('measure a stranger by everybody, and somebody who never changed by a finite number', () => {
    const history = windowsOf([[60], [60], [80], [80]], ['a', 'a', 'b', 'b']);
    const scores = fitZScoreBaseline(history, 1).scores(windowsOf([[90], [61]], ['stranger', 'a']));
    expect(scores[0]).toBeCloseTo(2, 12);
    expect(Number.isFinite(scores[1])).toBe(true);
  });

  it('say so when there is nothing to learn from', () => {
    expect(() => fitZScoreBaseline(windowsOf([]), 1)).toThrow(/history/);
  });

  it('score no windows as none', () => {
    expect(fitPcaBaseline(train, params, 2).scores(windowsOf([])).length).toBe(0);
    expect(fitNearestNeighbourBaseline(train, params).scores(windowsOf([])).length).toBe(0);
  });
});
