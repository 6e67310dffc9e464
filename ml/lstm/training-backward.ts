import { panelBytes, type Rows, rowBytes, rowsTarget, type Target } from './forward-pass.ts';
import type { Kernels } from './kernels.ts';
import { paddedWidth } from './layout.ts';
import type { PlacedLayer, PlacedLstm, PlacedMatrix } from './placed-network.ts';
import { type Chunk, drop, isDroppedBehind, layerInputs } from './training-forward.ts';
import { lstmLayers, type TrainingRoom } from './training-room.ts';

const panelsOf = ({ layout }: PlacedMatrix) => layout.columnOf.length / 16;

/** Turns every kernel round, as the way back reads them; to be done after each change of the weights. */
export const transposeWeights = ({ run }: Kernels, { placed, transposed }: TrainingRoom): void => {
  for (const [index, { kernel, recurrent }] of [...lstmLayers(placed), placed.output].entries()) {
    const to = transposed[index];
    if (to === undefined) continue;
    run.transpose(kernel.address, to.kernel, kernel.layout.panelRows, panelsOf(kernel));
    if (recurrent === undefined || to.recurrent === undefined) continue;
    run.transpose(recurrent.address, to.recurrent, recurrent.layout.panelRows, panelsOf(recurrent));
  }
};

/** Adds to the gradient of a matrix: inputsᵀ × errors. */
const addGradient = (
  { run }: Kernels,
  { placed, gradients }: TrainingRoom,
  work: {
    readonly of: PlacedMatrix;
    readonly input: Rows;
    readonly errors: Target;
    readonly rows: number;
  },
): void => {
  const { of, input, errors, rows } = work;
  run.multiplyTransposed(
    ...([input.address, rowBytes(input.width)] as const),
    ...([errors.address, errors.row, errors.panel] as const),
    ...([gradients + of.address - placed.address, panelBytes(of.layout.panelRows)] as const),
    ...([rows, input.width, panelsOf(of)] as const),
  );
};

const addBiasGradient = (
  { run }: Kernels,
  { placed, gradients }: TrainingRoom,
  work: { readonly of: PlacedMatrix; readonly errors: Target; readonly rows: number },
): void => {
  const { of, errors, rows } = work;
  const to = gradients + of.address - placed.address;
  run.sumRows(...([errors.address, errors.row, errors.panel, to] as const), rows, panelsOf(of));
};

/** Errors of a layer's inputs: errors × kernelᵀ, into `to`, which is cleared first. */
const passBack = (
  kernels: Kernels,
  { kernel, inputs }: PlacedLayer,
  work: { readonly transposed: number; readonly errors: Target; readonly to: number; readonly rows: number },
): void => {
  const { transposed, errors, to, rows } = work;
  kernels.view(to, rows * paddedWidth(inputs)).fill(0);
  const columns = kernel.layout.columnOf.length;
  const target = rowsTarget({ address: to, width: inputs });
  kernels.run.multiply(
    ...([errors.address, errors.row, errors.panel] as const),
    ...([transposed, panelBytes(columns)] as const),
    ...([target.address, target.row, target.panel] as const),
    ...([rows, columns, paddedWidth(inputs) / 16] as const),
  );
};

/** One LSTM layer's way back: gradients of its weights, and the errors of its inputs into `to` (0: not wanted). */
const backwardLayer = (
  kernels: Kernels,
  room: TrainingRoom,
  work: {
    readonly layer: PlacedLstm;
    readonly index: number;
    readonly input: Rows;
    readonly errors: number;
    readonly to: number;
    readonly chunk: Chunk;
  },
): void => {
  const { layer, index, input, errors, to, chunk } = work;
  const { steps, rows } = chunk;
  const all = steps * rows;
  const width = paddedWidth(layer.units);
  const layerRoom = room.layers[index];
  const transposed = room.transposed[index];
  if (layerRoom === undefined || transposed?.recurrent === undefined) return;
  const { gates, cells, states } = layerRoom;
  kernels.view(room.carried, rows * width).fill(0);
  kernels.run.lstmBackward(
    ...([gates, transposed.recurrent] as const),
    ...([cells, errors, room.carried, room.zeros] as const),
    ...([steps, rows, width] as const),
  );
  const gateErrors = { address: gates, row: 64, panel: panelBytes(all) };
  // The states before each step but the first, which has none before it.
  const later = { ...gateErrors, address: gates + panelBytes(rows) };
  const before = { address: states, width: layer.units };
  addGradient(kernels, room, { of: layer.recurrent, input: before, errors: later, rows: all - rows });
  addBiasGradient(kernels, room, { of: layer.bias, errors: gateErrors, rows: all });

  const isRepeated = index === room.placed.encoder.length;
  if (isRepeated) kernels.run.sumSteps(gates, room.once, steps, rows, width / 4);
  const inputErrors = isRepeated ? { address: room.once, row: 64, panel: panelBytes(rows) } : gateErrors;
  const inputRows = isRepeated ? rows : all;
  addGradient(kernels, room, { of: layer.kernel, input, errors: inputErrors, rows: inputRows });
  if (to === 0) return;
  passBack(kernels, layer, { transposed: transposed.kernel, errors: inputErrors, to, rows: inputRows });
};

/**
 * Adds a chunk's gradients to `room.gradients`.
 *
 * @param room - after `forwardChunk`, the errors of the output in `room.outputErrors`, the weights transposed
 */
export const backwardChunk = (kernels: Kernels, room: TrainingRoom, chunk: Chunk): void => {
  const { placed, transposed } = room;
  const all = chunk.steps * chunk.rows;
  const inputs = layerInputs(room, chunk);
  const lstms = lstmLayers(placed);
  const outputErrors = rowsTarget({ address: room.outputErrors, width: placed.output.units });
  const denseInput = inputs.at(-1) as Rows;
  addGradient(kernels, room, {
    of: placed.output.kernel,
    input: denseInput,
    errors: outputErrors,
    rows: all,
  });
  addBiasGradient(kernels, room, { of: placed.output.bias, errors: outputErrors, rows: all });
  let [errors, to] = room.errors;
  const denseBack = transposed.at(-1)?.kernel ?? 0;
  passBack(kernels, placed.output, { transposed: denseBack, errors: outputErrors, to: errors, rows: all });

  for (let index = lstms.length - 1; index >= 0; index -= 1) {
    const layer = lstms[index] as PlacedLstm;
    const input = inputs[index] as Rows;
    if (isDroppedBehind(room, index)) {
      drop(kernels, chunk, { from: errors, to: errors, units: layer.units, layer: index });
    }
    backwardLayer(kernels, room, { layer, index, input, errors, to: index === 0 ? 0 : to, chunk });
    if (index === placed.encoder.length) {
      // Only the bottleneck's last state went on: the errors of the states before it begin at zero.
      const stepFloats = chunk.rows * paddedWidth(layer.inputs);
      const last = kernels.view(to, stepFloats).slice();
      const everyStep = kernels.view(to, chunk.steps * stepFloats);
      everyStep.fill(0);
      everyStep.set(last, (chunk.steps - 1) * stepFloats);
    }
    [errors, to] = [to, errors];
  }
};

/** Sets all gradients to zero. */
export const clearGradients = (kernels: Kernels, { gradients, placed }: TrainingRoom): void => {
  kernels.view(gradients, placed.floats).fill(0);
};
