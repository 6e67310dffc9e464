import type { LayerRoom } from './forward-pass.ts';
import type { Kernels } from './kernels.ts';
import { packedLength, paddedWidth } from './layout.ts';
import type { LstmNetwork } from './lstm-network.ts';
import { type PlacedLayer, type PlacedMatrix, type PlacedNetwork, placeNetwork } from './placed-network.ts';

/** A matrix the other way round, for the way back. */
export interface Transposed {
  readonly kernel: number;
  /** Absent from the dense layer. */
  readonly recurrent?: number;
}

/** What the way forward leaves behind for the way back. */
export interface TrainingLayerRoom extends LayerRoom {
  /** The states after dropout, [steps][rows][units]. */
  readonly dropped: number;
}

/** Everything that training keeps in the kernels' memory; addresses in bytes. */
export interface TrainingRoom {
  readonly placed: PlacedNetwork;
  /** As the weights: their gradients, and the two means that Adam keeps. */
  readonly gradients: number;
  readonly first: number;
  readonly second: number;
  /** One for each LSTM layer, then the dense layer. */
  readonly transposed: readonly Transposed[];
  readonly layers: readonly TrainingLayerRoom[];
  readonly input: number;
  readonly output: number;
  readonly outputErrors: number;
  readonly once: number;
  readonly zeros: number;
  readonly carried: number;
  /** Errors of a layer's states: layers read one and write the other in turn. */
  readonly errors: readonly [number, number];
}

/** The LSTM layers of a network, first to last. */
export const lstmLayers = ({ encoder, decoder }: PlacedNetwork) => [...encoder, ...decoder];

const transposedFloats = ({ layout }: PlacedMatrix) => packedLength(layout);

/**
 * Reserves room for a network and for training it on so many windows at a time.
 *
 * @param network - whose widths count
 * @param windows - of one chunk
 */
export const makeTrainingRoom = (kernels: Kernels, network: LstmNetwork, windows: number): TrainingRoom => {
  const { allocate } = kernels;
  const placed = placeNetwork(kernels, network);
  const rows = windows * network.steps;
  const lstms = lstmLayers(placed);
  const widest = Math.max(...lstms.map(({ units }) => paddedWidth(units)));
  const outputWidth = paddedWidth(network.features);
  const zeros = allocate(windows * widest);
  const transpose = ({ kernel, recurrent }: PlacedLayer): Transposed => ({
    kernel: allocate(transposedFloats(kernel)),
    ...(recurrent === undefined ? {} : { recurrent: allocate(transposedFloats(recurrent)) }),
  });
  return {
    placed,
    gradients: allocate(placed.floats),
    first: allocate(placed.floats),
    second: allocate(placed.floats),
    transposed: [...lstms, placed.output].map(transpose),
    layers: lstms.map(({ units }) => {
      const floats = rows * paddedWidth(units);
      return {
        ...{ gates: allocate(4 * floats), cells: allocate(floats), keepsCells: true, zeros },
        ...{ states: allocate(floats), dropped: allocate(floats) },
      };
    }),
    input: allocate(rows * outputWidth),
    output: allocate(rows * outputWidth),
    outputErrors: allocate(rows * outputWidth),
    once: allocate(windows * 4 * widest),
    zeros,
    carried: allocate(windows * widest),
    errors: [allocate(rows * widest), allocate(rows * widest)],
  };
};
