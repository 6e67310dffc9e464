import type { Random } from '../random/seeded-random.ts';
import { seededRandom } from '../random/seeded-random.ts';
import type { LstmNetwork, LstmWeights } from './lstm-network.ts';

export interface AutoencoderShape {
  readonly steps: number;
  readonly features: number;
  /** Width of the bottleneck. */
  readonly encodingDim: number;
  /** Widths of the encoder's layers before the bottleneck; the decoder has them in reverse. @default [128, 64] */
  readonly units?: readonly number[];
  /** In [0, 1). @default 0.2 */
  readonly dropout?: number;
  /** Decides the weights. */
  readonly seed: number;
}

/** Uniform within ±√(6 / (rows + columns)): Glorot & Bengio 2010. */
const glorotUniform = (random: Random, rows: number, columns: number): Float32Array => {
  const limit = Math.sqrt(6 / (rows + columns));
  return Float32Array.from({ length: rows * columns }, () => limit * (2 * random.next() - 1));
};

/** Orthonormal rows, by Gram–Schmidt on normal numbers: Saxe et al. 2014. Shape [units, columns], units ≤ columns. */
const orthogonalRows = (random: Random, units: number, columns: number): Float32Array => {
  const rows: Float64Array[] = [];
  while (rows.length < units) {
    const row = Float64Array.from({ length: columns }, () => random.normal());
    for (const other of rows) {
      const overlap = row.reduce((sum, value, column) => sum + value * (other[column] as number), 0);
      for (let column = 0; column < columns; column += 1) {
        row[column] = (row[column] as number) - overlap * (other[column] as number);
      }
    }
    const length = Math.hypot(...row);
    rows.push(row.map((value) => value / length));
  }
  return Float32Array.from(rows.flatMap((row) => [...row]));
};

/** Bias 0, and 1 for the forget gates: Jozefowicz et al. 2015. */
const unitForgetBias = (units: number) =>
  Float32Array.from({ length: 4 * units }, (_, column) => (column >= units && column < 2 * units ? 1 : 0));

const initialLstm = (random: Random, name: string, widths: readonly [number, number]): LstmWeights => {
  const [inputs, units] = widths;
  const own = random.fork(name);
  return {
    ...{ name, inputs, units },
    kernel: glorotUniform(own.fork('kernel'), inputs, 4 * units),
    recurrentKernel: orthogonalRows(own.fork('recurrent'), units, 4 * units),
    bias: unitForgetBias(units),
  };
};

/**
 * An untrained LSTM autoencoder, initialised as Keras does by default: Glorot-uniform kernels, orthogonal recurrent
 * kernels, forget biases of one.
 *
 * @param shape - widths, dropout and seed
 */
export const initialNetwork = (shape: AutoencoderShape): LstmNetwork => {
  const { steps, features, encodingDim, units = [128, 64], dropout = 0.2, seed } = shape;
  const random = seededRandom(seed).fork('lstm-autoencoder');
  const stack = (half: string, widths: readonly number[], inputs: number) =>
    widths.map((width, index) =>
      initialLstm(random, `${half}_${index + 1}`, [widths[index - 1] ?? inputs, width]),
    );
  const outputInputs = units[0] ?? encodingDim;
  return {
    ...{ steps, features, dropout },
    encoder: stack('encoder', [...units, encodingDim], features),
    decoder: stack('decoder', [encodingDim, ...units.toReversed()], encodingDim),
    output: {
      name: 'reconstruction',
      inputs: outputInputs,
      units: features,
      kernel: glorotUniform(random.fork('reconstruction'), outputInputs, features),
      bias: new Float32Array(features),
    },
  };
};
