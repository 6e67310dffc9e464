import * as tf from '@tensorflow/tfjs-core';
import {
  customGrad,
  grads,
  scalar,
  type Tensor,
  type Tensor2D,
  tensor,
  tensor2d,
} from '@tensorflow/tfjs-core';
// Registers the gradients.
import '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { UnsupportedMachineError } from '../../../../ml/lstm/unsupported-machine-error.ts';
import { batchGradients } from '../../../../ml/models/customer-health/batch-gradients.ts';
import { learningRateAt } from '../../../../ml/models/customer-health/learning-rate.ts';
import { multiTaskLoss, type TaskLoss } from '../../../../ml/models/customer-health/multi-task-loss.ts';
import { normEpsilon } from '../../../../ml/models/customer-health/multi-task-network.ts';
import { trainNetwork } from '../../../../ml/models/customer-health/train-network.ts';
import { initialNetwork, parameterShapes } from '../../../../ml/models/customer-health/trainable-network.ts';
import { TrainingOptions } from '../../../../ml/models/customer-health/training-options.ts';
import { makeTrainingRoom, readParameters } from '../../../../ml/models/customer-health/training-room.ts';
import { readyTfjs } from '../../../../ml/models/tfjs-backend.ts';
import { seededRandom } from '../../../../ml/random/seeded-random.ts';

const losses = [
  { activation: 'sigmoid', kind: 'divergence' },
  { activation: 'linear', kind: 'huber' },
  { activation: 'sigmoid', kind: 'huber' },
] as const satisfies readonly TaskLoss[];
const heads = losses.map(({ activation }, index) => ({ name: `task_${index}`, activation }));
const tasks = losses.map((loss, index) => ({ ...loss, name: `task_${index}` }));

beforeAll(readyTfjs);

describe('multiTaskLoss', () => {
  it('is what can be worked out by hand', () => {
    // Divergence of .5 said where 1 is: ln 2. Huber of an error of 1 with a bend at .02: 1 − .01. Error .5: .49.
    const { losses: found } = multiTaskLoss({ tasks: losses, logits: [0, 3, 0], labels: [1, 2, 1] });
    expect([...found]).toEqual([
      expect.closeTo(Math.LN2, 12),
      expect.closeTo(0.99, 12),
      expect.closeTo(0.49, 12),
    ]);
  });

  it('is 0, and level, where a prediction is the label', () => {
    const logit = Math.log(0.3 / 0.7);
    const { losses: found, slopes } = multiTaskLoss({
      tasks: losses,
      logits: [logit, 1.5, logit],
      labels: [0.3, 1.5, 0.3],
    });
    for (const value of [...found, ...slopes]) expect(value).toBeCloseTo(0, 12);
  });

  it('has the slopes that small steps show', () => {
    const numbers = (least: number, most: number) =>
      fc.array(fc.double({ min: least, max: most, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(numbers(-4, 4), numbers(0.01, 0.99), (logits, labels) => {
        const { slopes } = multiTaskLoss({ tasks: losses, logits, labels });
        const step = 1e-5;
        logits.forEach((_, cell) => {
          const at = (by: number) =>
            multiTaskLoss({
              tasks: losses,
              logits: logits.map((logit, other) => (other === cell ? logit + by : logit)),
              labels,
            }).losses[cell % 3]!;
          expect(slopes[cell]!).toBeCloseTo((at(step) - at(-step)) / (2 * step), 2);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('leaves a missing label out of its task, and in the others', () => {
    const missing = multiTaskLoss({
      tasks: losses,
      logits: [0, 3, 0, 1, 1, 1],
      labels: [1, 2, 1, Number.NaN, 2, 1],
    });
    const alone = multiTaskLoss({ tasks: losses, logits: [0, 3, 0], labels: [1, 2, 1] });
    expect(missing.losses[0]).toBe(alone.losses[0]);
    expect(missing.slopes[0]).toBe(alone.slopes[0]);
    expect(missing.slopes[3]).toBe(0);
    expect(missing.slopes[4]).not.toBe(0);
    const none = multiTaskLoss({ tasks: losses, logits: [0, 3, 0], labels: [Number.NaN, 2, 1] });
    expect(none.losses[0]).toBeNaN();
    expect(none.losses[1]).toBe(alone.losses[1]);
  });
});

describe('batchGradients', () => {
  it("are those of tfjs's automatic gradients", () => {
    const shape = { features: 5, hiddenUnits: [7, 6, 4], dropout: [0, 0], heads };
    const random = seededRandom(1);
    const network = initialNetwork(shape, [0.1, 0.2, 0.3], random);
    for (const parameter of network.parameters) {
      parameter.forEach((value, cell) => {
        parameter[cell] = value + 0.2 * random.normal();
      });
    }
    const rows = 9;
    const x = Float32Array.from({ length: rows * 5 }, () => random.normal());
    const labels = Float64Array.from({ length: rows * 3 }, () => random.next());
    labels[4] = Number.NaN;
    const weights = [1, 2, 3];

    const weighted = customGrad((...args) => {
      const logits = args[0] as Tensor2D;
      const found = multiTaskLoss({ tasks: losses, logits: logits.dataSync(), labels });
      const slopes = found.slopes.map((slope, cell) => slope * weights[cell % 3]!);
      return { value: scalar(0), gradFunc: () => tensor2d(slopes, logits.shape) };
    });
    const loss = (...parameters: Tensor[]) => {
      let next = 0;
      const take = () => parameters[next++] as Tensor2D;
      let hidden: Tensor = tensor2d(x, [rows, 5]);
      for (let layer = 0; layer < 3; layer += 1) {
        hidden = tf.relu(tf.add(tf.matMul(hidden as Tensor2D, take()), take()));
        if (layer === 2) break;
        const { mean, variance } = tf.moments(hidden, 0);
        const normal = tf.div(tf.sub(hidden, mean), tf.sqrt(tf.add(variance, normEpsilon)));
        hidden = tf.add(tf.mul(normal, take()), take());
      }
      return weighted(tf.add(tf.matMul(hidden as Tensor2D, take()), take()));
    };
    const expected = grads(loss)(
      parameterShapes(shape).map((dimensions, index) => tensor(network.parameters[index]!, [...dimensions])),
    );
    const room = makeTrainingRoom(network, rows);
    batchGradients(room, { x, labels }, { losses, weights, random });
    const gradients = readParameters(room, room.gradients);
    expect(gradients).toHaveLength(expected.length);
    gradients.forEach((gradient, index) => {
      const own = expected[index]!.dataSync();
      gradient.forEach((value, cell) => {
        expect(Math.abs(value - own[cell]!)).toBeLessThan(1e-4);
      });
    });
  });

  it('silence the share of units that dropout asks for', () => {
    const shape = { features: 2, hiddenUnits: [400, 3], dropout: [0.25], heads };
    const network = initialNetwork(shape, [0, 0, 0], seededRandom(2));
    // Normalised over a batch of one row every unit gives its beta, so that only a silenced one gives 0.
    network.parameters[3]!.fill(1);
    const room = makeTrainingRoom(network, 1);
    batchGradients(
      room,
      { x: Float32Array.of(1, 2), labels: Float64Array.of(0.9, 0.9, 0.9) },
      { losses, weights: [1, 1, 1], random: seededRandom(3) },
    );
    // Where it gives 0, no kernel behind it has a slope.
    const behind = readParameters(room, room.gradients)[4]!;
    const silenced = Array.from({ length: 400 }, (_, unit) =>
      behind.subarray(unit * 3, unit * 3 + 3).every((slope) => slope === 0),
    ).filter(Boolean).length;
    expect(silenced / 400).toBeGreaterThan(0.2);
    expect(silenced / 400).toBeLessThan(0.3);
  });
});

describe('a machine without WebAssembly SIMD', () => {
  it('is told so before anything is trained', () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(false);
    const network = initialNetwork(
      { features: 2, hiddenUnits: [3], dropout: [], heads },
      [0, 0, 0],
      seededRandom(1),
    );
    expect(() => makeTrainingRoom(network, 4)).toThrow(UnsupportedMachineError);
  });
});

describe('learningRateAt', () => {
  it('rises over the first epoch and falls to a hundredth', () => {
    const options = { learningRate: 0.01, epochs: 11 };
    expect(learningRateAt(options, 1)).toBeCloseTo(0.01, 12);
    // Half a cosine: at its middle (1 + .01) / 2 of the full rate.
    expect(learningRateAt(options, 6)).toBeCloseTo(0.01 * 0.505, 12);
    expect(learningRateAt(options, 11)).toBeCloseTo(0.0001, 12);
  });
});

describe('trainNetwork', () => {
  const rowsOf = (count: number, seed: string) => {
    const random = seededRandom(seed);
    const x = Float64Array.from({ length: count * 4 }, () => random.normal());
    const labels = new Float64Array(count * 3);
    for (let row = 0; row < count; row += 1) {
      const [a = 0, b = 0, c = 0] = x.subarray(row * 4, row * 4 + 4);
      labels.set([Number(a + b > 0), 1 + a - c, 1 / (1 + Math.exp(-a * 2))], row * 3);
    }
    return { x, labels };
  };
  const options = TrainingOptions.parse({
    ...{ hiddenUnits: [16, 8], dropout: [0.1], epochs: 15, batchSize: 16, learningRate: 0.01, l2: 0 },
  });
  const train = rowsOf(400, 'train');
  const validation = rowsOf(100, 'validation');

  it('learns each task, keeps the best epoch, and is the same the next time', () => {
    const first = trainNetwork({ tasks, train, validation, options });
    const last = first.history.at(-1)!;
    for (const loss of last.valTaskLosses) expect(loss).toBeLessThan(0.45);
    const valLosses = first.history.map(({ valLoss }) => valLoss);
    expect(first.bestEpoch).toBe(1 + valLosses.indexOf(Math.min(...valLosses)));
    expect(trainNetwork({ tasks, train, validation, options })).toEqual(first);
  });

  it('ends when the validation rows stop gaining, with the weights of before', () => {
    const noise = {
      ...validation,
      labels: validation.labels.map((label) => 0.9 - 0.8 * Number(label > 0.5)),
    };
    const { history, bestEpoch, best, final } = trainNetwork({
      ...{ tasks, train, validation: noise },
      options: { ...options, epochs: 40, patience: 3 },
    });
    expect(history).toHaveLength(bestEpoch + 3);
    expect(best).not.toEqual(final);
  });

  it('trains the other heads on a row whose label is missing', () => {
    const half = train.labels.map((label, cell) => (cell % 3 === 1 && cell < 600 ? Number.NaN : label));
    const without = train.labels.slice(600);
    const withMissing = trainNetwork({ tasks, train: { ...train, labels: half }, validation, options });
    const fewer = trainNetwork({
      tasks,
      train: { x: train.x.slice(800), labels: without },
      validation,
      options,
    });
    const lossOf = (trained: typeof fewer, task: number) =>
      trained.history[trained.bestEpoch - 1]!.valTaskLosses[task]!;
    // 200 rows more, without the label of task 1: tasks 0 and 2 gain from them.
    expect(lossOf(withMissing, 0)).toBeLessThan(lossOf(fewer, 0));
    expect(lossOf(withMissing, 2)).toBeLessThan(lossOf(fewer, 2));
    expect(Number.isFinite(lossOf(withMissing, 1))).toBe(true);
  });

  it('gives an input that never varied no weight', () => {
    const constant = train.x.map((value, cell) => (cell % 4 === 3 ? 0 : value));
    const { best } = trainNetwork({
      ...{ tasks, validation },
      train: { ...train, x: constant },
      options: { ...options, epochs: 2 },
    });
    const units = best.shared[0]!.units;
    expect([...best.shared[0]!.kernel.subarray(3 * units, 4 * units)].every((weight) => weight === 0)).toBe(
      true,
    );
  });

  it('silences inputs that say nothing, and not those that say much', () => {
    const lengths = (inputPenalty: number) => {
      const long = { ...options, epochs: 40, patience: 40, inputPenalty };
      const { units, kernel } = trainNetwork({ tasks, train, validation, options: long }).final.shared[0]!;
      return [0, 1, 2, 3].map((input) => Math.hypot(...kernel.subarray(input * units, (input + 1) * units)));
    };
    const [free, penalised] = [lengths(0), lengths(0.7)];
    // No label depends on the last of the four inputs.
    expect(free[3]! / free[1]!).toBeGreaterThan(0.3);
    expect(penalised[3]!).toBeLessThan(0.01);
    for (const input of [0, 1, 2]) expect(penalised[input]!).toBeGreaterThan(0.1);
  });

  it('weighs a probability by all of its log loss, also by what no training could save', () => {
    // Labels of 0.2 and 0.8 are worth 0.5004 nats each, at best; the loss to be saved ends far below.
    const soft = {
      ...train,
      labels: train.labels.map((label, cell) => (cell % 3 === 0 ? 0.2 + 0.6 * label : label)),
    };
    const last = trainNetwork({ ...{ tasks, validation, options }, train: soft }).history.at(-1)!;
    expect(last.taskWeights[0]!).toBeLessThan(1 / 0.5004);
    expect(last.taskWeights[0]!).toBeGreaterThan(1 / 0.65);
  });

  it('weighs tasks as it is told, or by how uncertain they are', () => {
    const fixed = trainNetwork({
      ...{ tasks, train, validation },
      options: { ...options, epochs: 1, taskWeights: [1, 0, 2] },
    });
    expect(fixed.history[0]!.taskWeights).toEqual([1, 0, 2]);
    const learned = trainNetwork({ ...{ tasks, train, validation, options } }).history.at(-1)!;
    // The weight is one over the loss of late: what is nearly solved is heard as loudly as what is not.
    expect(learned.taskWeights[2]!).toBeGreaterThan(learned.taskWeights[0]!);
  });
});
