import { add, fused, mul, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../random/seeded-random.ts';
import type { LogisticRegression } from './logistic-regression.ts';

export interface NetworkShape {
  readonly features: number;
  /** Width of each hidden layer, first to last. */
  readonly hiddenUnits: readonly number[];
}

/**
 * Shapes of a network's parameters, in their fixed order: kernel and bias of each hidden layer, the kernel from
 * the last of them to the logit, then kernel and bias of the direct linear path.
 *
 * @example
 * parameterShapes({ features: 3, hiddenUnits: [2] }) // => [[3, 2], [2], [2, 1], [3, 1], [1]]
 */
export const parameterShapes = ({ features, hiddenUnits }: NetworkShape): readonly number[][] => {
  const inputs = [features, ...hiddenUnits];
  return [
    ...hiddenUnits.flatMap((units, layer) => [[inputs[layer] as number, units], [units]]),
    [hiddenUnits.at(-1) ?? features, 1],
    [features, 1],
    [1],
  ];
};

/**
 * Parameters of a network that says exactly what a logistic regression says: its linear path holds the
 * regression, and the deep path ends in zeros. Training can only add to that.
 *
 * Hidden kernels are uniform within ±√(6 / inputs) (He et al. 2015).
 *
 * @param shape - features and hidden units
 * @param start - the regression, fitted on the same rows
 * @param random - decides the hidden kernels
 */
export const initialParameters = (
  shape: NetworkShape,
  start: LogisticRegression,
  random: Random,
): Float32Array[] => {
  const shapes = parameterShapes(shape);
  const hidden = shapes.slice(0, 2 * shape.hiddenUnits.length).map((dimensions) => {
    const [inputs, units] = dimensions;
    if (inputs === undefined || units === undefined) return new Float32Array(inputs ?? 0);
    const limit = Math.sqrt(6 / inputs);
    return Float32Array.from({ length: inputs * units }, () => limit * (2 * random.next() - 1));
  });
  const deepOutputs = (shapes.at(-3) as number[])[0] as number;
  return [
    ...hidden,
    new Float32Array(deepOutputs),
    Float32Array.from(start.coefficients),
    Float32Array.of(start.intercept),
  ];
};

/**
 * Uploads parameters.
 *
 * @returns one tensor per parameter; the caller disposes of them
 */
export const parameterTensors = (shape: NetworkShape, parameters: readonly Float32Array[]): Tensor[] =>
  parameterShapes(shape).map((dimensions, index) => tensor(parameters[index] as Float32Array, dimensions));

/**
 * The network: linear(x) + deep(x), where deep is relu layers and one linear unit ("wide and deep", Cheng et al.
 * 2016). The linear path keeps what a logistic regression knows; the deep path learns what it leaves.
 *
 * @param parameters - in the order of `parameterShapes`
 * @param x - shape [batch, features]
 * @param dropoutMasks - one per hidden layer, shape [batch, units], 0 or 1 / (1 − rate); none when predicting
 * @returns log-odds, shape [batch, 1]
 */
export const networkLogits = (
  parameters: readonly Tensor[],
  x: Tensor,
  dropoutMasks: readonly Tensor[] = [],
): Tensor => {
  const hiddenLayers = (parameters.length - 3) / 2;
  let hidden = x;
  for (let layer = 0; layer < hiddenLayers; layer += 1) {
    const kernel = parameters[2 * layer] as Tensor;
    const bias = parameters[2 * layer + 1] as Tensor;
    hidden = fused.matMul({ a: hidden, b: kernel, bias, activation: 'relu' });
    const mask = dropoutMasks[layer];
    if (mask !== undefined) hidden = mul(hidden, mask);
  }
  const [deepKernel, wideKernel, wideBias] = parameters.slice(-3) as [Tensor, Tensor, Tensor];
  const wide = fused.matMul({ a: x, b: wideKernel, bias: wideBias });
  return add(fused.matMul({ a: hidden, b: deepKernel }), wide);
};
