import {
  div,
  grads,
  losses,
  Reduction,
  type Scalar,
  type Tensor,
  type Tensor2D,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
// Of tfjs's packages only this one registers the gradients.
import '@tensorflow/tfjs-layers';
import type { Random } from '../random/seeded-random.ts';
import type { WeightedRows } from './logistic-regression.ts';
import type { NetworkOptions } from './network-options.ts';
import { type NetworkShape, networkLogits, parameterTensors } from './wide-deep-network.ts';

export interface Batch {
  readonly shape: NetworkShape;
  /** The rows of this batch alone. */
  readonly rows: WeightedRows;
  /** L2 penalty of the linear path, as the logistic regression had it, per training row. */
  readonly wideL2: number;
  readonly options: Pick<NetworkOptions, 'dropout' | 'l2'>;
  /** Decides which hidden units are silenced. */
  readonly random: Random;
}

/** Inverted dropout (Srivastava et al. 2014): kept units are scaled up, so that predicting needs no scaling. */
const dropoutMask = (size: readonly [number, number], rate: number, random: Random): Tensor2D => {
  const kept = 1 / (1 - rate);
  const mask = Float32Array.from({ length: size[0] * size[1] }, () => (random.next() < rate ? 0 : kept));
  return tensor2d(mask, [...size]);
};

/** Kernels are penalised, biases are not. */
const penaltyOf = (index: number, { shape, options, wideL2 }: Batch): number => {
  const deepOutput = 2 * shape.hiddenUnits.length;
  if (index <= deepOutput) return index % 2 === 0 ? options.l2 : 0;
  return index === deepOutput + 1 ? wideL2 : 0;
};

/**
 * The gradient of one batch's loss: mean weighted log loss + l2/2 · squares of the deep kernels + wideL2/2 ·
 * squares of the linear kernel.
 *
 * The masks come from the given source of chance and not from a dropout layer: a tfjs layer with a seed silences
 * the same units at every step.
 *
 * @param parameters - in the order of `parameterShapes`
 * @param batch - rows and how to penalise
 * @returns one array per parameter
 */
export const batchGradients = (parameters: readonly Float32Array[], batch: Batch): Float32Array[] => {
  const gradients: Float32Array[] = [];
  // Nothing is returned through tidy, which would search every number of an array for tensors.
  tidy(() => {
    const { shape, rows, options, random } = batch;
    const size = rows.labels.length;
    const x = tensor2d(Float32Array.from(rows.values), [size, shape.features]);
    const y = tensor2d(Float32Array.from(rows.labels), [size, 1]);
    const weights = tensor2d(Float32Array.from(rows.weights), [size, 1]);
    const masks =
      options.dropout === 0
        ? []
        : shape.hiddenUnits.map((units) => dropoutMask([size, units], options.dropout, random));
    const meanLoss = (...current: Tensor[]): Scalar => {
      const logits = networkLogits(current, x, masks);
      return div(losses.sigmoidCrossEntropy(y, logits, weights, 0, Reduction.SUM), size);
    };
    const slopes = grads(meanLoss)(parameterTensors(shape, parameters));
    slopes.forEach((slope, index) => {
      const gradient = slope.dataSync<'float32'>();
      const parameter = parameters[index] as Float32Array;
      const strength = penaltyOf(index, batch);
      gradients.push(gradient.map((value, i) => value + strength * (parameter[i] as number)));
    });
  });
  return gradients;
};
