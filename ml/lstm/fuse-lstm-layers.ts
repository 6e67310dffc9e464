import { reshape, slice, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel, layers } from '@tensorflow/tfjs-layers';
import { kernelsRunHere } from './kernels.ts';
import { fusedLstm } from './tfjs-lstm-kernel.ts';

type Layer = ReturnType<typeof layers.lstm>;

/** What the kernels compute; a layer with any other setting stays as it is. */
const supported: Readonly<Record<string, unknown>> = {
  activation: 'tanh',
  recurrentActivation: 'sigmoid',
  useBias: true,
  dropout: 0,
  recurrentDropout: 0,
  goBackwards: false,
  stateful: false,
  returnState: false,
};

const isSupported = (layer: Layer): boolean => {
  const config = layer.getConfig();
  return Object.entries(supported).every(([setting, wanted]) => (config[setting] ?? wanted) === wanted);
};

const fuse = (layer: Layer): void => {
  const { returnSequences } = layer.getConfig();
  const stock = layer.call.bind(layer);
  layer.call = (inputs, more) => {
    if (more['mask'] != null || more['initialState'] != null) return stock(inputs, more);
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
      const [kernel, recurrentKernel, bias] = layer.weights.map((weight) => weight.read()) as [
        Tensor,
        Tensor,
        Tensor,
      ];
      const states = fusedLstm({ x, kernel, recurrentKernel, bias });
      if (returnSequences === true) return states;
      const [batch, steps, units] = states.shape;
      return reshape(slice(states, [0, steps - 1, 0], [batch, 1, units]), [batch, units]);
    });
  };
};

/**
 * Lets the LSTM layers of a tfjs model run, and train, on the WebAssembly kernels. They stay stock layers in all
 * else, so that `fit`, `save` and `summary` are tfjs's own and what is saved loads in stock tfjs. Layers with
 * settings that the kernels do not know, and all layers where WebAssembly SIMD is missing, run as before.
 *
 * @param model - built or loaded; changed
 * @returns how many layers run on the kernels
 */
export const fuseLstmLayers = (model: LayersModel): number => {
  if (!kernelsRunHere()) return 0;
  // The class name says that these are LSTM layers.
  const lstms = model.layers.filter((layer) => layer.getClassName() === 'LSTM') as Layer[];
  const fusable = lstms.filter(isSupported);
  for (const layer of fusable) fuse(layer);
  return fusable.length;
};
