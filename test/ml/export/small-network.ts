import type { LstmNetwork, LstmWeights } from '../../../ml/lstm/lstm-network.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

/**
 * A network with weights of chance, wide enough that no state saturates; its widths are all different and no
 * multiples of four, so that a transposed matrix cannot pass for the right one.
 */
export const smallNetwork = (): LstmNetwork => {
  const random = seededRandom('small network');
  const values = (length: number) => Float32Array.from({ length }, () => 0.5 * random.normal());
  const lstm = (name: string, inputs: number, units: number): LstmWeights => ({
    name,
    inputs,
    units,
    kernel: values(inputs * 4 * units),
    recurrentKernel: values(units * 4 * units),
    bias: values(4 * units),
  });
  return {
    steps: 6,
    features: 7,
    dropout: 0.2,
    encoder: [lstm('encoder_1', 7, 9), lstm('encoder_2', 9, 5), lstm('bottleneck', 5, 3)],
    decoder: [lstm('decoder_1', 3, 6), lstm('decoder_2', 6, 10)],
    output: { name: 'output', inputs: 10, units: 7, kernel: values(70), bias: values(7) },
  };
};

/** Windows of chance in standardised units, shape [batch, steps, features]. */
export const smallWindows = (batch: number): Float32Array => {
  const random = seededRandom('small windows');
  const { steps, features } = smallNetwork();
  return Float32Array.from({ length: batch * steps * features }, () => random.normal());
};
