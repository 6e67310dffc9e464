import { type Rows, rowsTarget } from './forward-pass.ts';
import type { Kernels } from './kernels.ts';
import { addBiasGradient, addGradient, backwardLayer, passBack, transposeLayer } from './layer-backward.ts';
import { paddedWidth } from './layout.ts';
import type { PlacedLstm } from './placed-network.ts';
import { type Chunk, drop, isDroppedBehind, layerInputs } from './training-forward.ts';
import { lstmLayers, type TrainingLayerRoom, type TrainingRoom } from './training-room.ts';

/** Turns every kernel round, as the way back reads them; to be done after each change of the weights. */
export const transposeWeights = (kernels: Kernels, { placed, layers, output }: TrainingRoom): void => {
  for (const [index, layer] of lstmLayers(placed).entries()) {
    transposeLayer(kernels, layer, (layers[index] as TrainingLayerRoom).transposed);
  }
  transposeLayer(kernels, placed.output, output.transposed);
};

/** Sets all gradients to zero. */
export const clearGradients = (kernels: Kernels, { gradients, placed }: TrainingRoom): void => {
  kernels.view(gradients, placed.floats).fill(0);
};

/** The dense layer's way back: errors of its inputs go to `to`. */
const backwardOutput = (
  kernels: Kernels,
  { placed, output, gradientShift }: TrainingRoom,
  { input, to, rows }: { readonly input: Rows; readonly to: number; readonly rows: number },
): void => {
  const errors = rowsTarget({ address: output.errors, width: placed.output.units });
  addGradient(kernels, input, { of: placed.output.kernel, errors, rows, gradientShift });
  addBiasGradient(kernels, { of: placed.output.bias, errors, rows, gradientShift });
  passBack(kernels, placed.output, { transposed: output.transposed.kernel, errors, to, rows });
};

/** Only the bottleneck's last state went on: its errors, alone in `at`, become those of all steps, zero before. */
const spreadOverSteps = (kernels: Kernels, at: number, { chunk, width }: { chunk: Chunk; width: number }) => {
  const stepFloats = chunk.rows * paddedWidth(width);
  const last = kernels.view(at, stepFloats).slice();
  const everyStep = kernels.view(at, chunk.steps * stepFloats);
  everyStep.fill(0);
  everyStep.set(last, (chunk.steps - 1) * stepFloats);
};

/**
 * Adds a chunk's gradients to `room.gradients`.
 *
 * @param room - after `forwardChunk`, the errors of the output in place, the weights transposed
 */
export const backwardChunk = (kernels: Kernels, room: TrainingRoom, chunk: Chunk): void => {
  const { placed, layers, carried, once, gradientShift } = room;
  const inputs = layerInputs(room, chunk);
  const lstms = lstmLayers(placed);
  let [errors, to] = room.errors;
  const rows = chunk.steps * chunk.rows;
  backwardOutput(kernels, room, { input: inputs.at(-1) as Rows, to: errors, rows });

  for (let index = lstms.length - 1; index >= 0; index -= 1) {
    const layer = lstms[index] as PlacedLstm;
    const layerRoom = layers[index] as TrainingLayerRoom;
    if (isDroppedBehind(room, index)) {
      drop(kernels, chunk, { from: errors, to: errors, units: layer.units, layer: index });
    }
    const isRepeated = index === placed.encoder.length;
    backwardLayer(kernels, layer, {
      ...{ room: layerRoom, transposed: layerRoom.transposed, input: inputs[index] as Rows },
      ...{ errors, carried, gradientShift, extent: chunk },
      ...(index > 0 ? { to } : {}),
      ...(isRepeated ? { repeatedIn: once } : {}),
    });
    if (isRepeated) spreadOverSteps(kernels, to, { chunk, width: layer.inputs });
    [errors, to] = [to, errors];
  }
};
