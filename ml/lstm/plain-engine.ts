import { checkWindows } from './check-windows.ts';
import type { Engine, Reconstruction } from './engine.ts';
import { encodingDimOf, type LstmNetwork, type LstmWeights } from './lstm-network.ts';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** sums[j] += Σ x[k] · matrix[k, j], row by row of the matrix, as it lies in memory. */
const addProduct = (x: Float32Array, matrix: Float32Array, sums: Float32Array): void => {
  const columns = sums.length;
  for (let row = 0; row < x.length; row += 1) {
    const factor = x[row] as number;
    const start = row * columns;
    for (let column = 0; column < columns; column += 1) {
      sums[column] = (sums[column] as number) + factor * (matrix[start + column] as number);
    }
  }
};

/** An LSTM layer over one window: the state after every step. Hochreiter & Schmidhuber 1997, forget gates 2000. */
const runLstm = (layer: LstmWeights, inputs: readonly Float32Array[]): readonly Float32Array[] => {
  const { units, kernel, recurrentKernel, bias } = layer;
  const cell = new Float32Array(units);
  let state = new Float32Array(units);
  return inputs.map((input) => {
    const sums = bias.slice();
    addProduct(input, kernel, sums);
    addProduct(state, recurrentKernel, sums);
    const next = new Float32Array(units);
    for (let unit = 0; unit < units; unit += 1) {
      const [inputGate, forgetGate, candidate, outputGate] = [0, 1, 2, 3].map(
        (gate) => sums[gate * units + unit] as number,
      ) as [number, number, number, number];
      cell[unit] = sigmoid(forgetGate) * (cell[unit] as number) + sigmoid(inputGate) * Math.tanh(candidate);
      next[unit] = sigmoid(outputGate) * Math.tanh(cell[unit] as number);
    }
    state = next;
    return state;
  });
};

/**
 * Runs a network in plain JavaScript, for machines without WebAssembly SIMD: some thirty times slower than the kernels,
 * the same values within 1e-5.
 *
 * @param network - from `readNetwork` or a trainer
 */
export const makePlainEngine = (network: LstmNetwork): Engine => {
  const { steps, features, encoder, decoder, output } = network;
  const encodingDim = encodingDimOf(network);

  const reconstruct = (windows: Float32Array, batch: number): Reconstruction => {
    checkWindows(network, windows, batch);
    const values = new Float32Array(windows.length);
    const latent = new Float32Array(batch * encodingDim);
    for (let window = 0; window < batch; window += 1) {
      const start = window * steps * features;
      const input = Array.from({ length: steps }, (_, step) =>
        windows.subarray(start + step * features, start + (step + 1) * features),
      );
      const encoded = encoder.reduce((flow, layer) => runLstm(layer, flow), input as readonly Float32Array[]);
      const state = encoded.at(-1) as Float32Array;
      latent.set(state, window * encodingDim);
      const repeated: readonly Float32Array[] = new Array<Float32Array>(steps).fill(state);
      for (const [step, decoded] of decoder
        .reduce((flow, layer) => runLstm(layer, flow), repeated)
        .entries()) {
        const row = values.subarray(start + step * features, start + (step + 1) * features);
        row.set(output.bias);
        addProduct(decoded, output.kernel, row);
      }
    }
    return { values, latent };
  };

  return { name: 'fused-js', steps, features, encodingDim, reconstruct, dispose: () => undefined };
};
