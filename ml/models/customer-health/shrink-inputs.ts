import { packedLength, panelColumns } from '../../lstm/layout.ts';
import type { TrainingRoom } from './training-room.ts';

/**
 * Takes the same length off the weights of every input, all units together, and silences an input that has no more
 * left: the proximal step of the group lasso (Yuan & Lin 2006; for networks Scardapane et al. 2017). Inputs that say
 * nothing end near 0, within what one step of Adam moves, and those that say much lose little.
 *
 * @param room - its first kernel is changed in place
 * @param length - learning rate · penalty, ≥ 0
 */
export const shrinkInputs = ({ kernels, matrices, shape }: TrainingRoom, length: number): void => {
  if (length === 0) return;
  const { address, layout } = matrices[0]!;
  const weights = kernels.view(address, packedLength(layout));
  const panelFloats = layout.panelRows * panelColumns;
  for (let input = 0; input < shape.features; input += 1) {
    let squares = 0;
    for (let panel = input * panelColumns; panel < weights.length; panel += panelFloats) {
      for (let cell = panel; cell < panel + panelColumns; cell += 1) squares += weights[cell]! ** 2;
    }
    const kept = squares === 0 ? 0 : Math.max(0, 1 - length / Math.sqrt(squares));
    for (let panel = input * panelColumns; panel < weights.length; panel += panelFloats) {
      for (let cell = panel; cell < panel + panelColumns; cell += 1) weights[cell]! *= kept;
    }
  }
};
