import type { LstmNetwork } from './lstm-network.ts';
import { type LayerShape, readTopology } from './read-topology.ts';
import { weightReader } from './weight-reader.ts';

/**
 * Reads an LSTM autoencoder of any widths from what tfjs saves, without tfjs.
 *
 * @param modelJson - content of `model.json`, parsed
 * @param weights - content of `weights.bin`, little-endian floats
 * @throws {InvalidModelError} when the files are torn or hold another architecture
 */
export const readNetwork = (modelJson: unknown, weights: ArrayBuffer): LstmNetwork => {
  const { steps, features, dropout, encoder, decoder, output, entries } = readTopology(modelJson);
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
