import { rowBytes } from '../../lstm/forward-pass.ts';
import { type Kernels, kernelsRunHere, startKernels } from '../../lstm/kernels.ts';
import { placeTransposed, type Transposed } from '../../lstm/layer-backward.ts';
import {
  type PanelLayout,
  packedLength,
  packInto,
  paddedWidth,
  plainColumns,
  unpack,
} from '../../lstm/layout.ts';
import type { PlacedLayer, PlacedMatrix } from '../../lstm/placed-network.ts';
import { UnsupportedMachineError } from '../../lstm/unsupported-machine-error.ts';
import {
  dropoutBehind,
  type MovingStatistics,
  type NetworkShape,
  type TrainableNetwork,
} from './trainable-network.ts';

/** A shared layer in the kernels' memory, and where its batch goes; rows are padded to whole panels of 16. */
export interface HiddenRoom {
  readonly layer: PlacedLayer;
  /** Behind all but the last. */
  readonly norm: { readonly gamma: PlacedMatrix; readonly beta: PlacedMatrix } | undefined;
  readonly dropout: number;
  readonly transposed: Transposed;
  /** After the relu, [rows][units]; addresses in bytes. */
  readonly active: number;
  /** Mean 0 and variance 1, likewise; that of `active` where there is no normalisation. */
  readonly normalized: number;
  /** What the next layer reads, likewise; that of `active` where there is no normalisation. */
  readonly output: number;
}

/** Everything that training keeps in the kernels' memory. */
export interface TrainingRoom {
  readonly kernels: Kernels;
  readonly shape: NetworkShape;
  /** Rows of the largest batch. */
  readonly capacity: number;
  /** All matrices, in the order of `parameterShapes`, side by side from `address` on. */
  readonly matrices: readonly PlacedMatrix[];
  readonly address: number;
  /** With padding, which stays 0. */
  readonly floats: number;
  /** As the parameters: their gradients, the two means that Adam keeps, and the running means of the parameters. */
  readonly gradients: number;
  readonly first: number;
  readonly second: number;
  readonly averages: number;
  readonly hidden: readonly HiddenRoom[];
  readonly heads: PlacedLayer;
  readonly headsTransposed: Transposed;
  readonly input: number;
  readonly logits: number;
  /** Slopes of a layer's output: layers read one and write the other in turn. */
  readonly errors: readonly [number, number];
  /** One for each normalised layer. */
  readonly moving: readonly MovingStatistics[];
}

const kernelLayout = (rows: number, columns: number): PanelLayout => ({
  ...{ rows, columns, columnOf: plainColumns(columns) },
  panelRows: paddedWidth(rows),
});

const vectorLayout = (columns: number): PanelLayout => ({ ...kernelLayout(1, columns), panelRows: 1 });

/**
 * Reserves room for a network and for training it, and puts it there.
 *
 * @param network - copied, not kept
 * @param capacity - rows of the largest batch
 * @throws {UnsupportedMachineError} where WebAssembly SIMD is missing
 */
export const makeTrainingRoom = (network: TrainableNetwork, capacity: number): TrainingRoom => {
  const { shape, parameters } = network;
  if (!kernelsRunHere())
    throw new UnsupportedMachineError(
      'Training needs WebAssembly SIMD: use Node.js 20 or newer on a 64-bit machine',
    );
  const kernels = startKernels();
  const { allocate } = kernels;
  const matrices: PlacedMatrix[] = [];
  const place = (layout: PanelLayout): PlacedMatrix => {
    const placed = { address: allocate(packedLength(layout)), layout };
    matrices.push(placed);
    return placed;
  };
  const placeLayer = (name: string, inputs: number, units: number): PlacedLayer => ({
    ...{ name, inputs, units },
    kernel: place(kernelLayout(inputs, units)),
    bias: place(vectorLayout(units)),
  });
  const placed = shape.hiddenUnits.map((units, index) => {
    const layer = placeLayer(`shared_${index + 1}`, shape.hiddenUnits[index - 1] ?? shape.features, units);
    const isNormalized = index < shape.hiddenUnits.length - 1;
    if (!isNormalized) return { layer, norm: undefined };
    return { layer, norm: { gamma: place(vectorLayout(units)), beta: place(vectorLayout(units)) } };
  });
  const heads = placeLayer('heads', shape.hiddenUnits.at(-1) ?? shape.features, shape.heads.length);
  // Every matrix is whole panels, so that they lie side by side.
  const floats = matrices.reduce((sum, { layout }) => sum + packedLength(layout), 0);
  const rowsOf = (width: number) => allocate(capacity * paddedWidth(width));
  const widest = Math.max(...shape.hiddenUnits, shape.heads.length);
  const room: TrainingRoom = {
    ...{ kernels, shape, capacity, matrices, floats, heads },
    address: matrices[0]!.address,
    gradients: allocate(floats),
    first: allocate(floats),
    second: allocate(floats),
    averages: allocate(floats),
    hidden: placed.map(({ layer, norm }, index) => {
      const active = rowsOf(layer.units);
      return {
        ...{ layer, norm, active, dropout: dropoutBehind(shape, index) },
        transposed: placeTransposed(kernels, layer),
        normalized: norm === undefined ? active : rowsOf(layer.units),
        output: norm === undefined ? active : rowsOf(layer.units),
      };
    }),
    headsTransposed: placeTransposed(kernels, heads),
    input: rowsOf(shape.features),
    logits: rowsOf(shape.heads.length),
    errors: [rowsOf(widest), rowsOf(widest)],
    moving: network.moving.map(({ means, variances }) => ({
      means: means.slice(),
      variances: variances.slice(),
    })),
  };
  for (const address of [room.address, room.averages]) {
    matrices.forEach((matrix, index) => {
      packInto(parameters[index]!, matrixView(room, matrix, address), matrix.layout);
    });
  }
  return room;
};

/** One matrix of everything that lies as the parameters do, from an address on. */
const matrixView = (room: TrainingRoom, { address, layout }: PlacedMatrix, from: number): Float32Array =>
  room.kernels.view(from + address - room.address, packedLength(layout));

/**
 * Copies out everything that lies as the parameters do.
 *
 * @param from - `address`, `gradients` or `averages` of the room
 * @returns in the order of `parameterShapes`
 */
export const readParameters = (room: TrainingRoom, from: number): readonly Float32Array[] =>
  room.matrices.map((matrix) => unpack(matrixView(room, matrix, from), matrix.layout));

/** Bytes of a batch's rows of this width. */
export const batchFloats = (rows: number, width: number): number => (rows * rowBytes(width)) / 4;
