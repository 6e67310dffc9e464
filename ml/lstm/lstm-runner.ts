import { type LayerRoom, runLayer } from './forward-pass.ts';
import { type Kernels, startKernels } from './kernels.ts';
import { backwardLayer, placeTransposed, transposeLayer } from './layer-backward.ts';
import { packedLength, packInto, paddedWidth, unpack } from './layout.ts';
import { type PlacedLstm, type PlacedMatrix, placeLstm } from './placed-network.ts';
import { fromTimeMajor, toTimeMajor } from './time-major.ts';

/** One layer's weights, as Keras lays them out. */
export interface RunnerWeights {
  readonly kernel: Float32Array;
  readonly recurrentKernel: Float32Array;
  readonly bias: Float32Array;
}

export interface RunnerShape {
  readonly batch: number;
  readonly steps: number;
  readonly inputs: number;
  readonly units: number;
}

/** One LSTM layer on the kernels, on its own: for tfjs, which runs layer by layer. */
export interface LstmRunner {
  /**
   * @param x - shape [batch, steps, inputs]
   * @returns states after every step, shape [batch, steps, units]
   */
  forward(x: Float32Array, weights: RunnerWeights): Float32Array;
  /**
   * @param errors - of the states, shape [batch, steps, units]
   * @returns errors of x, then of the weights
   */
  backward(
    x: Float32Array,
    weights: RunnerWeights,
    errors: Float32Array,
  ): RunnerWeights & { readonly x: Float32Array };
}

/** Windows that go through the layer together; more take no more memory. */
const chunkWindows = 32;

const reserve = (kernels: Kernels, { batch, steps, inputs, units }: RunnerShape) => {
  const { allocate } = kernels;
  const layer = placeLstm(kernels, { name: 'lstm', inputs, units });
  const matrices = [layer.kernel, layer.recurrent, layer.bias];
  const floats = matrices.reduce((sum, { layout }) => sum + packedLength(layout), 0);
  const gradients = allocate(floats);
  const windows = Math.min(batch, chunkWindows);
  const states = windows * steps * paddedWidth(units);
  const step = windows * paddedWidth(units);
  const room: LayerRoom = {
    ...{ gates: allocate(4 * states), cells: allocate(states), keepsCells: true },
    ...{ states: allocate(states), zeros: allocate(step) },
  };
  return {
    ...{ layer, floats, gradients, windows, room },
    transposed: placeTransposed(kernels, layer),
    x: allocate(windows * steps * paddedWidth(inputs)),
    xErrors: allocate(windows * steps * paddedWidth(inputs)),
    errors: allocate(states),
    carried: allocate(step),
  };
};

const load = (kernels: Kernels, layer: PlacedLstm, weights: RunnerWeights): void => {
  const put = ({ address, layout }: PlacedMatrix, values: Float32Array) =>
    packInto(values, kernels.view(address, packedLength(layout)), layout);
  put(layer.kernel, weights.kernel);
  put(layer.recurrent, weights.recurrentKernel);
  put(layer.bias, weights.bias);
};

/**
 * Makes a runner for one shape; it keeps its memory and is used again for every batch of that shape.
 *
 * @param shape - all ≥ 1
 */
export const makeLstmRunner = (shape: RunnerShape): LstmRunner => {
  const { batch, steps, inputs, units } = shape;
  const kernels = startKernels();
  const place = reserve(kernels, shape);
  const { layer, room, gradients } = place;
  const gradientShift = gradients - layer.kernel.address;

  const eachChunk = (x: Float32Array, visit: (from: number, rows: number) => void): void => {
    for (let from = 0; from < batch; from += place.windows) {
      const rows = Math.min(place.windows, batch - from);
      const view = kernels.view(place.x, rows * steps * paddedWidth(inputs));
      toTimeMajor(x, view, { from, windows: rows, steps, features: inputs });
      const input = { address: place.x, width: inputs };
      runLayer(kernels, layer, { input, room, extent: { steps, rows } });
      visit(from, rows);
    }
  };

  const gradientOf = ({ address, layout }: PlacedMatrix) =>
    unpack(kernels.view(address + gradientShift, packedLength(layout)), layout);

  return {
    forward: (x, weights) => {
      load(kernels, layer, weights);
      const states = new Float32Array(batch * steps * units);
      eachChunk(x, (from, rows) => {
        const view = kernels.view(room.states, rows * steps * paddedWidth(units));
        fromTimeMajor(view, states, { from, windows: rows, steps, features: units });
      });
      return states;
    },

    backward: (x, weights, errors) => {
      load(kernels, layer, weights);
      transposeLayer(kernels, layer, place.transposed);
      kernels.view(gradients, place.floats).fill(0);
      const xErrors = new Float32Array(x.length);
      eachChunk(x, (from, rows) => {
        const slice = { from, windows: rows, steps };
        const view = kernels.view(place.errors, rows * steps * paddedWidth(units)).fill(0);
        toTimeMajor(errors, view, { ...slice, features: units });
        backwardLayer(kernels, layer, {
          ...{ room, transposed: place.transposed, input: { address: place.x, width: inputs } },
          ...{ errors: place.errors, carried: place.carried, to: place.xErrors, gradientShift },
          extent: { steps, rows },
        });
        const back = kernels.view(place.xErrors, rows * steps * paddedWidth(inputs));
        fromTimeMajor(back, xErrors, { ...slice, features: inputs });
      });
      return {
        x: xErrors,
        kernel: gradientOf(layer.kernel),
        recurrentKernel: gradientOf(layer.recurrent),
        bias: gradientOf(layer.bias),
      };
    },
  };
};
