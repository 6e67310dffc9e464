import { InvalidModelError } from './invalid-model-error.ts';
import type { LstmNetwork } from './lstm-network.ts';
import { type LayerShape, readTopology, type WeightEntry } from './read-topology.ts';

/** Takes the weights one after the other, each checked for its shape. */
const weightReader = (entries: readonly WeightEntry[], weights: ArrayBuffer) => {
  let entry = 0;
  let byte = 0;
  return (layer: string, shape: readonly number[]): Float32Array => {
    const listed = entries[entry];
    const count = shape.reduce((product, size) => product * size, 1);
    const bytes = count * Float32Array.BYTES_PER_ELEMENT;
    if (listed === undefined || listed.shape.join() !== shape.join()) {
      throw new InvalidModelError(
        `Weight ${entry + 1} of layer ${layer} has the shape [${listed?.shape.join(', ') ?? 'none'}], wanted [${shape.join(', ')}]`,
        { layer, wanted: shape },
      );
    }
    if (byte + bytes > weights.byteLength) {
      throw new InvalidModelError(
        `The weights end after ${weights.byteLength} bytes, within layer ${layer}: the file is torn`,
        { layer, bytes: weights.byteLength },
      );
    }
    const values = new Float32Array(weights.slice(byte, byte + bytes));
    if (!values.every(Number.isFinite)) {
      throw new InvalidModelError(`Layer ${layer} has a weight that is no number`, { layer });
    }
    entry += 1;
    byte += bytes;
    return values;
  };
};

/**
 * Reads an LSTM autoencoder of any widths from what tfjs saves, without tfjs.
 *
 * @param modelJson - content of `model.json`, parsed
 * @param weights - content of `weights.bin`, little-endian floats
 * @throws {InvalidModelError} when the files are torn or hold another architecture
 */
export const readNetwork = (modelJson: unknown, weights: ArrayBuffer): LstmNetwork => {
  const { steps, features, dropout, encoder, decoder, output, entries } = readTopology(modelJson);
  const expectedBytes = entries
    .map(({ shape }) => shape.reduce((product, size) => product * size, Float32Array.BYTES_PER_ELEMENT))
    .reduce((sum, bytes) => sum + bytes, 0);
  if (weights.byteLength !== expectedBytes) {
    throw new InvalidModelError(
      `The weights are ${weights.byteLength} bytes, model.json lists ${expectedBytes}: fetch both files again`,
      { bytes: weights.byteLength, expectedBytes },
    );
  }
  const read = weightReader(entries, weights);
  let inputs = features;
  const readLstm = ({ name, units }: LayerShape) => {
    const layer = {
      ...{ name, inputs, units },
      kernel: read(name, [inputs, 4 * units]),
      recurrentKernel: read(name, [units, 4 * units]),
      bias: read(name, [4 * units]),
    };
    inputs = units;
    return layer;
  };
  const network = {
    ...{ steps, features, dropout },
    encoder: encoder.map(readLstm),
    decoder: decoder.map(readLstm),
    output: {
      name: output.name,
      inputs,
      units: output.units,
      kernel: read(output.name, [inputs, output.units]),
      bias: read(output.name, [output.units]),
    },
  };
  return network;
};
