import { checkWindows } from './check-windows.ts';
import { dropoutKeys } from './dropout-keys.ts';
import { type Kernels, kernelsRunHere, startKernels } from './kernels.ts';
import { packedLength, packInto, paddedWidth, unpack } from './layout.ts';
import type { LstmNetwork } from './lstm-network.ts';
import { loadWeights, placedMatrices, weightsOf } from './placed-network.ts';
import { toTimeMajor } from './time-major.ts';
import { toArtifacts } from './to-artifacts.ts';
import type { Trainer, TrainerOptions } from './trainer.ts';
import { backwardChunk, clearGradients, transposeWeights } from './training-backward.ts';
import { type Chunk, forwardChunk } from './training-forward.ts';
import { lstmLayers, makeTrainingRoom, type TrainingRoom } from './training-room.ts';
import { UnsupportedMachineError } from './unsupported-machine-error.ts';
import { withWeights } from './with-weights.ts';

/** Windows that go through the layers together; a larger batch is several of them, and takes no more memory. */
const chunkWindows = 32;

/** Everything that lies as the weights do, flat and in Keras's order, copied out from an address. */
const readFlat = (kernels: Kernels, { placed }: TrainingRoom, address: number): Float32Array => {
  const parts = placedMatrices(placed).map((matrix) =>
    unpack(
      kernels.view(address + matrix.address - placed.address, packedLength(matrix.layout)),
      matrix.layout,
    ),
  );
  const flat = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    flat.set(part, at);
    at += part.length;
  }
  return flat;
};

/** The inverse of `readFlat`. */
const writeFlat = (
  kernels: Kernels,
  { placed }: TrainingRoom,
  { address, values }: { readonly address: number; readonly values: Float32Array },
): void => {
  const matrices = placedMatrices(placed);
  const floats = matrices.reduce((sum, { layout }) => sum + layout.rows * layout.columns, 0);
  if (values.length !== floats) throw new RangeError(`Wanted ${floats} values, got ${values.length}`);
  let at = 0;
  for (const { address: place, layout } of matrices) {
    const part = values.subarray(at, at + layout.rows * layout.columns);
    packInto(part, kernels.view(address + place - placed.address, packedLength(layout)), layout);
    at += part.length;
  }
};

/**
 * Trains an LSTM autoencoder wholly in the WebAssembly kernels: forward, dropout, mean squared error, backward,
 * Adam. The same network, options and windows give the same weights to the bit.
 *
 * @param network - where to start; copied, not kept
 * @param options - batch size, learning rate, dropout and seed
 * @throws {UnsupportedMachineError} where WebAssembly SIMD is missing
 */
export const makeFusedTrainer = (network: LstmNetwork, options: TrainerOptions): Trainer => {
  if (!kernelsRunHere())
    throw new UnsupportedMachineError(
      'Training needs WebAssembly SIMD: use Node.js 20 or newer on a 64-bit machine',
    );
  const { steps, features } = network;
  const { seed, dropout: rate = network.dropout } = options;
  const kernels = startKernels(options);
  const room = makeTrainingRoom(kernels, network, Math.min(options.batchSize, chunkWindows));
  const capacity = Math.min(options.batchSize, chunkWindows);
  loadWeights(kernels, room.placed, weightsOf(network));
  const layers = lstmLayers(room.placed).length;
  const width = paddedWidth(features);
  let taken = 0;

  /** Runs a batch chunk by chunk; the sum of its squared errors. `scale` makes errors of the differences. */
  const runBatch = (
    windows: Float32Array,
    batch: number,
    {
      scale,
      eachChunk,
      keys,
    }: { scale: number; eachChunk: (chunk: Chunk) => void; keys?: ReturnType<typeof dropoutKeys> },
  ): number => {
    let sum = 0;
    for (let first = 0; first < batch; first += capacity) {
      const rows = Math.min(capacity, batch - first);
      const floats = rows * steps * width;
      const chunk: Chunk = { steps, rows, first, ...(keys === undefined ? {} : { dropout: { rate, keys } }) };
      toTimeMajor(windows, kernels.view(room.input, floats), { from: first, windows: rows, steps, features });
      forwardChunk(kernels, room, chunk);
      sum += kernels.run.outputErrors(room.output.values, room.input, room.output.errors, floats, scale);
      eachChunk(chunk);
    }
    return sum;
  };

  const checkBatch = (windows: Float32Array, batch: number): void => {
    checkWindows(network, windows, batch);
    if (batch === 0) throw new RangeError('A batch of no windows has no mean error: give at least one');
  };

  const trainer: Trainer = {
    learningRate: options.learningRate,

    trainStep: (windows, batch) => {
      checkBatch(windows, batch);
      const values = batch * steps * features;
      clearGradients(kernels, room);
      transposeWeights(kernels, room);
      const sum = runBatch(windows, batch, {
        scale: 2 / values,
        eachChunk: (chunk) => backwardChunk(kernels, room, chunk),
        ...(rate > 0 ? { keys: dropoutKeys(seed, taken, layers) } : {}),
      });
      taken += 1;
      kernels.run.adam(
        ...([room.placed.address, room.gradients, room.first, room.second, room.placed.floats] as const),
        ...([trainer.learningRate, 1 / (1 - 0.9 ** taken), 1 / (1 - 0.999 ** taken)] as const),
      );
      return sum / values;
    },

    evaluate: (windows, batch) => {
      checkBatch(windows, batch);
      return runBatch(windows, batch, { scale: 0, eachChunk: () => undefined }) / (batch * steps * features);
    },

    weights: () => readFlat(kernels, room, room.placed.address),
    setWeights: (values) => writeFlat(kernels, room, { address: room.placed.address, values }),
    gradients: () => readFlat(kernels, room, room.gradients),
    optimizerState: () => ({
      steps: taken,
      first: readFlat(kernels, room, room.first),
      second: readFlat(kernels, room, room.second),
    }),
    setOptimizerState: ({ steps: stepsTaken, first, second }) => {
      writeFlat(kernels, room, { address: room.first, values: first });
      writeFlat(kernels, room, { address: room.second, values: second });
      taken = stepsTaken;
    },
    network: () => withWeights(network, trainer.weights()),
    toArtifacts: () => toArtifacts(trainer.network()),
    dispose: () => undefined,
  };
  return trainer;
};
