import type { LstmNetwork } from '../lstm/lstm-network.ts';
import { kerasConfig } from './keras-config.ts';
import { type KerasWeight, kerasH5 } from './keras-h5.ts';

/** Weights by layer, in the order in which Keras sets them. */
const layerWeights = ({ encoder, decoder, output }: LstmNetwork): Map<string, readonly KerasWeight[]> => {
  const lstms = [...encoder, ...decoder].map(({ name, inputs, units, kernel, recurrentKernel, bias }) => {
    const weights = [
      { name: `${name}/lstm_cell/kernel:0`, shape: [inputs, 4 * units], values: kernel },
      { name: `${name}/lstm_cell/recurrent_kernel:0`, shape: [units, 4 * units], values: recurrentKernel },
      { name: `${name}/lstm_cell/bias:0`, shape: [4 * units], values: bias },
    ];
    return [name, weights] as const;
  });
  const dense = [
    { name: `${output.name}/kernel:0`, shape: [output.inputs, output.units], values: output.kernel },
    { name: `${output.name}/bias:0`, shape: [output.units], values: output.bias },
  ];
  return new Map([...lstms, [output.name, dense]]);
};

/**
 * The network as a Keras `.h5` file, which `keras.models.load_model` of Keras 2 and 3 reads; not compiled, since it
 * is for use and not for further training. It is written in memory.
 *
 * @param network - trained
 */
export const kerasFile = (network: LstmNetwork): Promise<Uint8Array> =>
  kerasH5({ config: kerasConfig(network), weights: layerWeights(network) });
