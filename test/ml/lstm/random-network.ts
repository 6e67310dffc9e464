import { type AutoencoderShape, initialNetwork } from '../../../ml/lstm/initial-network.ts';
import type { LstmNetwork } from '../../../ml/lstm/lstm-network.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

/** Standard normal numbers, the same for the same label. */
export const normals = (count: number, label: string): Float32Array => {
  const random = seededRandom(label);
  return Float32Array.from({ length: count }, () => random.normal());
};

/** Weights as after training: no zero biases, large enough that gates open and close. */
export const randomNetwork = (shape: AutoencoderShape): LstmNetwork => {
  const network = initialNetwork(shape);
  const random = seededRandom(`weights of ${shape.seed}`);
  const shaken = (values: Float32Array) => values.map((value) => value + 0.3 * random.normal());
  const layer = <Layer extends LstmNetwork['encoder'][number]>(weights: Layer): Layer => ({
    ...weights,
    kernel: shaken(weights.kernel),
    recurrentKernel: shaken(weights.recurrentKernel),
    bias: shaken(weights.bias),
  });
  return {
    ...network,
    encoder: network.encoder.map(layer),
    decoder: network.decoder.map(layer),
    output: { ...network.output, bias: shaken(network.output.bias) },
  };
};

/** Largest absolute difference. */
export const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  if (a.length !== b.length) throw new RangeError(`${a.length} values beside ${b.length}`);
  return Array.from(a).reduce((most, value, index) => {
    const difference = Math.abs(value - (b[index] as number));
    return difference <= most ? most : difference;
  }, 0);
};
