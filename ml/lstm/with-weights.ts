import type { LstmNetwork, LstmWeights } from './lstm-network.ts';

/**
 * A network with other weights.
 *
 * @param network - whose shape counts
 * @param flat - kernel, recurrent kernel and bias of each layer in order, the dense layer last
 * @throws {RangeError} when `flat` is too short or too long
 */
export const withWeights = (network: LstmNetwork, flat: Float32Array): LstmNetwork => {
  let at = 0;
  const take = (count: number): Float32Array => {
    at += count;
    return flat.slice(at - count, at);
  };
  const lstm = (layer: LstmWeights): LstmWeights => ({
    ...layer,
    kernel: take(layer.kernel.length),
    recurrentKernel: take(layer.recurrentKernel.length),
    bias: take(layer.bias.length),
  });
  const renewed = {
    ...network,
    encoder: network.encoder.map(lstm),
    decoder: network.decoder.map(lstm),
    output: {
      ...network.output,
      kernel: take(network.output.kernel.length),
      bias: take(network.output.bias.length),
    },
  };
  if (at !== flat.length) throw new RangeError(`The network has ${at} weights, got ${flat.length}`);
  return renewed;
};
