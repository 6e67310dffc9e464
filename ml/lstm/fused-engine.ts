import { checkWindows } from './check-windows.ts';
import type { Engine, Reconstruction } from './engine.ts';
import {
  type LayerRoom,
  project,
  type Rows,
  rowBytes,
  rowsTarget,
  runLayer,
  runRepeated,
} from './forward-pass.ts';
import { type KernelOptions, type Kernels, kernelsRunHere, startKernels } from './kernels.ts';
import { paddedWidth } from './layout.ts';
import { encodingDimOf, type LstmNetwork } from './lstm-network.ts';
import {
  loadWeights,
  type PlacedLstm,
  type PlacedNetwork,
  placeNetwork,
  weightsOf,
} from './placed-network.ts';
import { makePlainEngine } from './plain-engine.ts';
import { fromTimeMajor, toTimeMajor } from './time-major.ts';

/** Windows that go through the layers together, twice six; more of them take more memory and gain no time. */
const chunkWindows = 12;

/** Room for one chunk; addresses in bytes. */
interface ChunkRoom {
  readonly windows: number;
  readonly input: number;
  readonly output: number;
  readonly gates: number;
  readonly once: number;
  readonly cells: number;
  readonly zeros: number;
  /** Layers read one and write the other in turn. */
  readonly states: readonly [number, number];
}

const reserve = (kernels: Kernels, network: LstmNetwork, windows: number): ChunkRoom => {
  const rows = windows * network.steps;
  const widest = Math.max(...[...network.encoder, ...network.decoder].map(({ units }) => paddedWidth(units)));
  const { allocate } = kernels;
  return {
    windows,
    input: allocate(rows * paddedWidth(network.features)),
    output: allocate(rows * paddedWidth(network.features)),
    gates: allocate(rows * 4 * widest),
    once: allocate(windows * 4 * widest),
    cells: allocate(windows * widest),
    zeros: allocate(windows * widest),
    states: [allocate(rows * widest), allocate(rows * widest)],
  };
};

/** Runs one chunk whose input is in place; the address of the bottleneck's state. */
const runChunk = (
  kernels: Kernels,
  placed: PlacedNetwork,
  work: { room: ChunkRoom; steps: number; rows: number },
) => {
  const { room, steps, rows } = work;
  const extent = { steps, rows };
  let turn: 0 | 1 = 0;
  const roomOf = (): LayerRoom => ({
    ...{ gates: room.gates, cells: room.cells, keepsCells: false, zeros: room.zeros },
    states: room.states[turn],
  });
  const through = (layers: readonly PlacedLstm[], first: Rows): Rows =>
    layers.reduce((input, layer) => {
      const layerRoom = roomOf();
      turn = turn === 0 ? 1 : 0;
      runLayer(kernels, layer, { input, room: layerRoom, extent });
      return { address: layerRoom.states, width: layer.units };
    }, first);

  const encoded = through(placed.encoder, { address: room.input, width: placed.encoder[0]?.inputs ?? 0 });
  const latent = { ...encoded, address: encoded.address + (steps - 1) * rows * rowBytes(encoded.width) };
  const [repeated, ...others] = placed.decoder as [PlacedLstm, ...PlacedLstm[]];
  const layerRoom = roomOf();
  turn = turn === 0 ? 1 : 0;
  const latentValues = kernels.view(latent.address, rows * paddedWidth(latent.width)).slice();
  runRepeated(kernels, repeated, { input: latent, once: room.once, room: layerRoom, extent });
  const decoded = through(others, { address: layerRoom.states, width: repeated.units });
  const out = rowsTarget({ address: room.output, width: placed.output.units });
  project(kernels, placed.output, { input: decoded, out, rows: steps * rows });
  return latentValues;
};

/**
 * Runs a network on the WebAssembly kernels: made and run synchronously, with nothing of tfjs. What comes out for a
 * window is the same to the bit whatever other windows are in the batch.
 *
 * @param network - from `readNetwork` or a trainer; copied, not kept
 * @param options - rounded once by default, which is faster; a model scores alike to 1e-5 either way
 * @returns the engine `fused`, or `fused-js` where WebAssembly SIMD is missing
 */
export const makeFusedEngine = (network: LstmNetwork, { rounding = 'once' }: KernelOptions = {}): Engine => {
  if (!kernelsRunHere()) return makePlainEngine(network);
  const { steps, features } = network;
  const encodingDim = encodingDimOf(network);
  const kernels = startKernels({ rounding });
  const placed = placeNetwork(kernels, network);
  loadWeights(kernels, placed, weightsOf(network));
  let room: ChunkRoom | undefined;

  const reconstruct = (windows: Float32Array, batch: number): Reconstruction => {
    checkWindows({ steps, features }, windows, batch);
    const values = new Float32Array(windows.length);
    const latent = new Float32Array(batch * encodingDim);
    const most = Math.min(batch, chunkWindows);
    if (room === undefined || room.windows < most) {
      room = reserve(kernels, network, room === undefined ? most : chunkWindows);
    }
    const floats = steps * paddedWidth(features);
    for (let from = 0; from < batch; from += chunkWindows) {
      const rows = Math.min(chunkWindows, batch - from);
      const slice = { from, windows: rows, steps, features };
      toTimeMajor(windows, kernels.view(room.input, rows * floats), slice);
      const chunkLatent = runChunk(kernels, placed, { room, steps, rows });
      fromTimeMajor(kernels.view(room.output, rows * floats), values, slice);
      fromTimeMajor(chunkLatent, latent, { from, windows: rows, steps: 1, features: encodingDim });
    }
    return { values, latent };
  };

  return { name: 'fused', steps, features, encodingDim, reconstruct, dispose: () => undefined };
};
