import type { LayerRoom } from './forward-pass.ts';
import type { Kernels } from './kernels.ts';
import { placeTransposed, type Transposed } from './layer-backward.ts';
import { paddedWidth } from './layout.ts';
import type { LstmNetwork } from './lstm-network.ts';
import { type PlacedNetwork, placeNetwork } from './placed-network.ts';

/** What the way forward leaves behind for the way back. */
export interface TrainingLayerRoom extends LayerRoom {
  readonly transposed: Transposed;
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
  /** Bytes from a weight to its gradient. */
  readonly gradientShift: number;
  readonly layers: readonly TrainingLayerRoom[];
  readonly input: number;
  readonly output: { readonly values: number; readonly errors: number; readonly transposed: Transposed };
  readonly once: number;
  readonly carried: number;
  /** Errors of a layer's states: layers read one and write the other in turn. */
  readonly errors: readonly [number, number];
}

/** The LSTM layers of a network, first to last. */
export const lstmLayers = ({ encoder, decoder }: PlacedNetwork) => [...encoder, ...decoder];

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
  const outputFloats = rows * paddedWidth(network.features);
  const zeros = allocate(windows * widest);
  const gradients = allocate(placed.floats);
  return {
    ...{ placed, gradients, gradientShift: gradients - placed.address },
    first: allocate(placed.floats),
    second: allocate(placed.floats),
    layers: lstms.map((layer) => {
      const floats = rows * paddedWidth(layer.units);
      return {
        ...{ gates: allocate(4 * floats), cells: allocate(floats), keepsCells: true, zeros },
        ...{ states: allocate(floats), dropped: allocate(floats) },
        transposed: placeTransposed(kernels, layer),
      };
    }),
    input: allocate(outputFloats),
    output: {
      values: allocate(outputFloats),
      errors: allocate(outputFloats),
      transposed: placeTransposed(kernels, placed.output),
    },
    once: allocate(windows * 4 * widest),
    carried: allocate(windows * widest),
    errors: [allocate(rows * widest), allocate(rows * widest)],
  };
};
