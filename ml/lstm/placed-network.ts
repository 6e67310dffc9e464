import type { Kernels } from './kernels.ts';
import {
  gateColumns,
  type PanelLayout,
  packedLength,
  packInto,
  paddedWidth,
  plainColumns,
} from './layout.ts';
import type { LstmNetwork } from './lstm-network.ts';

/** One matrix in the kernels' memory. */
export interface PlacedMatrix {
  /** Bytes. */
  readonly address: number;
  readonly layout: PanelLayout;
}

/** One layer in the kernels' memory; widths are those of the network, without padding. */
export interface PlacedLayer {
  readonly name: string;
  readonly inputs: number;
  readonly units: number;
  readonly kernel: PlacedMatrix;
  /** Absent from the dense layer. */
  readonly recurrent?: PlacedMatrix;
  readonly bias: PlacedMatrix;
}

export interface PlacedLstm extends PlacedLayer {
  readonly recurrent: PlacedMatrix;
}

/** A network in the kernels' memory. */
export interface PlacedNetwork {
  readonly encoder: readonly PlacedLstm[];
  readonly decoder: readonly PlacedLstm[];
  readonly output: PlacedLayer;
  /** Where the weights begin, bytes, and how many floats they are with padding. */
  readonly address: number;
  readonly floats: number;
}

interface Shape {
  readonly name: string;
  readonly inputs: number;
  readonly units: number;
}

const layoutsOf = (
  { inputs, units }: Shape,
  columns: Pick<PanelLayout, 'columns' | 'columnOf' | 'gatesOf'>,
) => ({
  kernel: { ...columns, rows: inputs, panelRows: paddedWidth(inputs) },
  recurrent: { ...columns, rows: units, panelRows: paddedWidth(units) },
  bias: { ...columns, rows: 1, panelRows: 1 },
});

const placeMatrix = ({ allocate }: Kernels, layout: PanelLayout): PlacedMatrix => ({
  address: allocate(packedLength(layout)),
  layout,
});

/** Reserves room for the weights of one LSTM layer, kernel first, without a gap. */
export const placeLstm = (kernels: Kernels, { name, inputs, units }: Shape): PlacedLstm => {
  const gates = { columns: 4 * units, columnOf: gateColumns(units), gatesOf: units };
  const layouts = layoutsOf({ name, inputs, units }, gates);
  return {
    ...{ name, inputs, units },
    kernel: placeMatrix(kernels, layouts.kernel),
    recurrent: placeMatrix(kernels, layouts.recurrent),
    bias: placeMatrix(kernels, layouts.bias),
  };
};

/**
 * Reserves room for a network's weights, in one piece, laid out as the kernels read them.
 *
 * @param network - whose widths count; the weights themselves are put there by `loadWeights`
 */
export const placeNetwork = (kernels: Kernels, network: LstmNetwork): PlacedNetwork => {
  const encoder = network.encoder.map((layer) => placeLstm(kernels, layer));
  const decoder = network.decoder.map((layer) => placeLstm(kernels, layer));
  const { name, inputs, units } = network.output;
  const { kernel, bias } = layoutsOf(network.output, { columns: units, columnOf: plainColumns(units) });
  const output = {
    ...{ name, inputs, units },
    kernel: placeMatrix(kernels, kernel),
    bias: placeMatrix(kernels, bias),
  };
  const placed = { encoder, decoder, output };
  return {
    ...placed,
    address: (encoder[0] ?? output).kernel.address,
    // Every matrix is whole panels, so that they lie side by side.
    floats: placedMatrices(placed).reduce((sum, { layout }) => sum + packedLength(layout), 0),
  };
};

/** The matrices of a placed network in the order in which weights are listed: layer by layer. */
export const placedMatrices = ({
  encoder,
  decoder,
  output,
}: Pick<PlacedNetwork, 'encoder' | 'decoder' | 'output'>): readonly PlacedMatrix[] =>
  [...encoder, ...decoder, output].flatMap(({ kernel, recurrent, bias }) =>
    recurrent === undefined ? [kernel, bias] : [kernel, recurrent, bias],
  );

/** The weights of a network in the same order. */
export const weightsOf = ({ encoder, decoder, output }: LstmNetwork): readonly Float32Array[] => [
  ...[...encoder, ...decoder].flatMap(({ kernel, recurrentKernel, bias }) => [kernel, recurrentKernel, bias]),
  output.kernel,
  output.bias,
];

/**
 * Copies weights into the kernels' memory. The kernels lay them out themselves: a quarter of a million weights pass
 * here before a function's first score, when V8 has not compiled a loop of JavaScript yet.
 */
export const loadWeights = (
  kernels: Kernels,
  placed: PlacedNetwork,
  weights: readonly Float32Array[],
): void => {
  const plain = kernels.allocate(Math.max(...weights.map(({ length }) => length)));
  for (const [index, { address, layout }] of placedMatrices(placed).entries()) {
    const values = weights[index] as Float32Array;
    if (layout.gatesOf === undefined) {
      packInto(values, kernels.view(address, packedLength(layout)), layout);
    } else {
      kernels.view(plain, values.length).set(values);
      kernels.run.packGates(plain, address, layout.rows, layout.gatesOf, layout.panelRows);
    }
  }
};
