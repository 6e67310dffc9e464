import { mean, mul, type Scalar, square, sub, type Tensor, tidy, variableGrads } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { DropoutKeys } from '../../../ml/lstm/dropout-keys.ts';

/** lowbias32 (https://nullprogram.com/blog/2018/07/31/), written from its description. */
const scramble = (bits: number): number => {
  let x = bits;
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return x ^ (x >>> 16);
};

/** The mask that the kernels apply, shape [batch, steps, units]: 0 or 1 / (1 − rate). */
export const dropoutMask = (
  shape: readonly [number, number, number],
  rate: number,
  { a, b }: DropoutKeys,
): Float32Array => {
  const [batch, steps, units] = shape;
  return Float32Array.from({ length: batch * steps * units }, (_, place) =>
    scramble((scramble(place ^ a) + b) | 0) >>> 8 >= Math.round(rate * 2 ** 24) ? 1 / (1 - rate) : 0,
  );
};

export interface StockStep {
  readonly loss: number;
  /** Flat, in the order of the model's weights. */
  readonly gradients: Float32Array;
}

/** Loss and gradients by stock tfjs; `masks` take the place of its dropout layers, in their order. */
export const stockStep = (model: LayersModel, windows: Tensor, masks: readonly Tensor[]): StockStep =>
  tidy(() => {
    const loss = () => {
      const remaining = [...masks];
      let flow = windows;
      for (const layer of model.layers.slice(1)) {
        if (layer.getClassName() !== 'Dropout') flow = layer.apply(flow) as Tensor;
        else if (masks.length > 0) flow = mul(flow, remaining.shift() as Tensor);
      }
      return mean<Scalar>(square(sub(flow, windows)));
    };
    const { value, grads } = variableGrads(loss);
    const flat = model.trainableWeights.flatMap(({ name }) => [...(grads[name] as Tensor).dataSync()]);
    return { loss: value.dataSync()[0] as number, gradients: Float32Array.from(flat) };
  });
