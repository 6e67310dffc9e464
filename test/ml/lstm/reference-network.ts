import type { LstmNetwork, LstmWeights } from '../../../ml/lstm/lstm-network.ts';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** bias + x × matrix, in 64 bits. */
const weighted = (x: readonly number[], matrix: Float32Array, bias: ArrayLike<number>): Float64Array => {
  const sums = Float64Array.from(bias);
  for (const [row, factor] of x.entries()) {
    for (let column = 0; column < sums.length; column += 1) {
      sums[column] = (sums[column] as number) + factor * (matrix[row * sums.length + column] as number);
    }
  }
  return sums;
};

const layerStates = (
  { units, kernel, recurrentKernel, bias }: LstmWeights,
  inputs: readonly (readonly number[])[],
): readonly (readonly number[])[] => {
  let state = new Array<number>(units).fill(0);
  let cell = state;
  return inputs.map((input) => {
    const sums = weighted(state, recurrentKernel, weighted(input, kernel, bias));
    const gate = (index: number, unit: number) => sums[index * units + unit] as number;
    cell = cell.map(
      (before, unit) => sigmoid(gate(1, unit)) * before + sigmoid(gate(0, unit)) * Math.tanh(gate(2, unit)),
    );
    state = cell.map((value, unit) => sigmoid(gate(3, unit)) * Math.tanh(value));
    return state;
  });
};

/** One window, [steps × features], rebuilt in 64 bits as the equations of the LSTM are written. */
export const rebuiltIn64Bits = (network: LstmNetwork, window: Float32Array): readonly number[] => {
  const { steps, features, encoder, decoder, output } = network;
  const input: readonly (readonly number[])[] = Array.from({ length: steps }, (_, step) => [
    ...window.subarray(step * features, (step + 1) * features),
  ]);
  const encoded = encoder
    .reduce((states, layer) => layerStates(layer, states), input)
    .at(-1) as readonly number[];
  const repeated: readonly (readonly number[])[] = new Array<readonly number[]>(steps).fill(encoded);
  return decoder
    .reduce((states, layer) => layerStates(layer, states), repeated)
    .flatMap((state) => [...weighted(state, output.kernel, output.bias)]);
};
