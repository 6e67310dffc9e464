import { matMul, type Tensor2D, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Random } from '../../random/seeded-random.ts';
import { type NormalizedBatch, normalizeBatch, normalizeBatchSlopes } from './batch-normalization.ts';
import { multiTaskLoss, type TaskLoss } from './multi-task-loss.ts';
import { dropoutBehind, type MovingStatistics, type TrainableNetwork } from './trainable-network.ts';

export interface Batch {
  /** Normalised, row by row, shape [n × features]. */
  readonly x: Float32Array;
  /** In the units of the heads, row by row, shape [n × heads]; NaN is missing. */
  readonly labels: Float64Array;
}

export interface BatchSettings {
  readonly losses: readonly TaskLoss[];
  /** Of each task's loss, shape [tasks]. */
  readonly weights: ArrayLike<number>;
  /** Decides which units are silenced. */
  readonly random: Random;
}

export interface BatchGradients {
  /** One for each parameter, in the order of `parameterShapes`. */
  readonly gradients: readonly Float32Array[];
  /** Of each task, unweighted, shape [tasks]; NaN where no row has the label. */
  readonly losses: Float64Array;
  /** Of each normalised layer's batch. */
  readonly statistics: readonly MovingStatistics[];
}

/** What the backward pass needs of a shared layer. */
interface LayerPass {
  readonly input: Tensor2D;
  readonly kernel: Tensor2D;
  /** After the relu, shape [n × units]. */
  readonly active: Float32Array;
  readonly norm: { readonly batch: NormalizedBatch; readonly gamma: Float32Array } | undefined;
  /** 0 or 1 / (1 − rate), shape [n × units]. */
  readonly mask: Float32Array | undefined;
}

/** Inverted dropout (Srivastava et al. 2014): what is kept is scaled up, so that predicting needs no scaling. */
const dropoutMask = (cells: number, rate: number, random: Random): Float32Array => {
  const kept = 1 / (1 - rate);
  const mask = new Float32Array(cells);
  for (let cell = 0; cell < cells; cell += 1) mask[cell] = random.next() < rate ? 0 : kept;
  return mask;
};

const product = (a: Tensor2D, b: Tensor2D, transposed: { a?: boolean; b?: boolean } = {}): Float32Array =>
  matMul(a, b, transposed.a ?? false, transposed.b ?? false).dataSync<'float32'>();

/** A copy with a bias added to each row. */
const withBias = (values: Float32Array, bias: Float32Array): Float32Array => {
  const sum = new Float32Array(values.length);
  for (let cell = 0, unit = 0; cell < values.length; cell += 1) {
    sum[cell] = values[cell]! + bias[unit]!;
    unit = unit + 1 === bias.length ? 0 : unit + 1;
  }
  return sum;
};

const columnSums = (values: Float32Array, width: number): Float32Array => {
  const sums = new Float32Array(width);
  for (let cell = 0, column = 0; cell < values.length; cell += 1) {
    sums[column]! += values[cell]!;
    column = column + 1 === width ? 0 : column + 1;
  }
  return sums;
};

const multiplyInPlace = (values: Float32Array, factors: Float32Array): void => {
  for (let cell = 0; cell < values.length; cell += 1) values[cell]! *= factors[cell]!;
};

const silenceInPlace = (slopes: Float32Array, active: Float32Array): void => {
  for (let cell = 0; cell < slopes.length; cell += 1) if (active[cell]! <= 0) slopes[cell] = 0;
};

/**
 * Gradients of one batch's loss: the sum over the tasks of weight · mean loss of the rows that have the label.
 *
 * The matrix products are tfjs's; what lies between them is plain code. On batches of 64 the hundred small operations
 * of its automatic gradients, which a test compares these with, took three times as long.
 *
 * @param network - left as it was
 */
export const batchGradients = (
  network: TrainableNetwork,
  batch: Batch,
  settings: BatchSettings,
): BatchGradients => {
  let result: BatchGradients = { gradients: [], losses: new Float64Array(), statistics: [] };
  // Nothing is returned through tidy, which would search every number of an array for tensors.
  tidy(() => {
    result = passBothWays(network, batch, settings);
  });
  return result;
};

const passBothWays = (
  { shape, parameters }: TrainableNetwork,
  batch: Batch,
  { losses: tasks, weights, random }: BatchSettings,
): BatchGradients => {
  const rows = batch.x.length / shape.features;
  let next = 0;
  const take = () => parameters[next++]!;
  const layers: LayerPass[] = [];
  const statistics: MovingStatistics[] = [];
  let input = tensor2d(batch.x, [rows, shape.features]);
  for (const [layer, units] of shape.hiddenUnits.entries()) {
    const kernel = tensor2d(take(), [input.shape[1], units]);
    const active = withBias(product(input, kernel), take());
    for (let cell = 0; cell < active.length; cell += 1) if (active[cell]! < 0) active[cell] = 0;
    let output = active;
    let norm: LayerPass['norm'];
    let mask: Float32Array | undefined;
    if (layer < shape.hiddenUnits.length - 1) {
      const gamma = take();
      const normalized = normalizeBatch(active, { gamma, beta: take() });
      norm = { batch: normalized, gamma };
      statistics.push({ means: normalized.means, variances: normalized.variances });
      output = normalized.output;
      const rate = dropoutBehind(shape, layer);
      if (rate > 0) {
        mask = dropoutMask(output.length, rate, random);
        multiplyInPlace(output, mask);
      }
    }
    layers.push({ input, kernel, active, norm, mask });
    input = tensor2d(output, [rows, units]);
  }
  const width = shape.heads.length;
  const headKernel = tensor2d(take(), [input.shape[1], width]);
  const logits = withBias(product(input, headKernel), take());
  const { losses, slopes } = multiTaskLoss({ tasks, logits, labels: batch.labels });
  for (let cell = 0; cell < slopes.length; cell += 1) slopes[cell]! *= weights[cell % width]!;

  const ofHeads = tensor2d(slopes, [rows, width]);
  const gradients = [product(input, ofHeads, { a: true }), columnSums(slopes, width)];
  let flowing = product(ofHeads, headKernel, { b: true });
  for (const [index, layer] of layers.entries().toArray().reverse()) {
    const passed = backThrough(layer, flowing);
    const units = shape.hiddenUnits[index]!;
    const ofOutput = tensor2d(passed.slopes, [rows, units]);
    const ofKernel = product(layer.input, ofOutput, { a: true });
    gradients.unshift(ofKernel, columnSums(passed.slopes, units), ...passed.ofNorm);
    if (index > 0) flowing = product(ofOutput, layer.kernel, { b: true });
  }
  return { gradients, losses, statistics };
};

/** Slopes behind the dropout become slopes before the relu; `flowing` is changed. */
const backThrough = ({ active, norm, mask }: LayerPass, flowing: Float32Array) => {
  if (mask !== undefined) multiplyInPlace(flowing, mask);
  if (norm === undefined) {
    silenceInPlace(flowing, active);
    return { slopes: flowing, ofNorm: [] };
  }
  const { ofInput, ofGamma, ofBeta } = normalizeBatchSlopes(flowing, norm.batch, norm.gamma);
  silenceInPlace(ofInput, active);
  return { slopes: ofInput, ofNorm: [ofGamma, ofBeta] };
};
