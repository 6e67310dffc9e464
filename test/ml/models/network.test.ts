import { beforeAll, describe, expect, it } from 'vitest';
import { batchGradients } from '../../../ml/models/batch-gradients.ts';
import { linearLogits } from '../../../ml/models/logistic-regression.ts';
import { meanLogLoss } from '../../../ml/models/mean-log-loss.ts';
import { predictLogits } from '../../../ml/models/predict-logits.ts';
import { readyTfjs } from '../../../ml/models/tfjs-backend.ts';
import { initialParameters, parameterShapes } from '../../../ml/models/wide-deep-network.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

const shape = { features: 3, hiddenUnits: [4, 2] };
const regression = { coefficients: new Float64Array([0.5, -1, 0.25]), intercept: -0.5 };
const values = Float64Array.from({ length: 15 }, (_, cell) => Math.sin(cell + 1));
const rows = { values, labels: [0, 1, 1, 0, 1], weights: [1, 2, 0.5, 1, 0.5] };

beforeAll(readyTfjs);

describe('the network', () => {
  it('computes linear(x) + relu layers, by hand', () => {
    // x = (1, 2), hidden = relu(1·3 + 2·(−1) + 0.5, 1·(−1) + 2·0 + 0) = (1.5, 0); deep = 1.5·2; wide = 1·1 + 2·10 + 100.
    const parameters = [[3, -1, -1, 0], [0.5, 0], [2, 5], [1, 10], [100]].map((list) =>
      Float32Array.from(list),
    );
    expect(parameterShapes({ features: 2, hiddenUnits: [2] })).toEqual([[2, 2], [2], [2, 1], [2, 1], [1]]);
    expect([...predictLogits({ features: 2, hiddenUnits: [2] }, parameters, [1, 2])]).toEqual([124]);
  });

  it('says before training exactly what its logistic regression says', () => {
    const parameters = initialParameters(shape, regression, seededRandom(1));
    const expected = linearLogits(regression, values);
    predictLogits(shape, parameters, values).forEach((logit, row) => {
      expect(logit).toBeCloseTo(expected[row]!, 5);
    });
  });

  it('has the gradients that finite differences give, penalties included', () => {
    const random = seededRandom(2);
    const parameters = parameterShapes(shape).map((dimensions) =>
      Float32Array.from({ length: dimensions.reduce((a, b) => a * b, 1) }, () => random.normal()),
    );
    const [l2, wideL2] = [0.3, 0.1];
    const penalty = [l2, 0, l2, 0, l2, wideL2, 0];
    const lossOf = (current: readonly Float32Array[]): number => {
      const total = rows.weights.reduce((a, b) => a + b, 0);
      const logLoss = (meanLogLoss(rows, predictLogits(shape, current, values)) * total) / rows.labels.length;
      const squares = current.map((list, index) => penalty[index]! * list.reduce((sum, w) => sum + w * w, 0));
      return logLoss + squares.reduce((a, b) => a + b, 0) / 2;
    };
    const options = { dropout: 0, l2 };
    const gradients = batchGradients(parameters, { shape, rows, wideL2, options, random });
    parameters.forEach((list, index) => {
      list.forEach((value, i) => {
        const moved = (by: number) =>
          lossOf(parameters.map((other, at) => (at === index ? other.with(i, value + by) : other)));
        expect(gradients[index]![i]).toBeCloseTo((moved(0.01) - moved(-0.01)) / 0.02, 2);
      });
    });
  });

  it('silences units by chance when training, and the same ones for the same seed', () => {
    const parameters = initialParameters(shape, regression, seededRandom(3)).map((list) => list.fill(0.5));
    const gradientsOf = (seed: number) =>
      batchGradients(parameters, {
        shape,
        rows,
        wideL2: 0,
        options: { dropout: 0.5, l2: 0 },
        random: seededRandom(seed),
      });
    expect(gradientsOf(1)).toEqual(gradientsOf(1));
    expect(gradientsOf(1)).not.toEqual(gradientsOf(2));
  });
});
