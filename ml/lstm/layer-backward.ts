import {
  type Extent,
  type LayerRoom,
  panelBytes,
  type Rows,
  rowBytes,
  rowsTarget,
  type Target,
} from './forward-pass.ts';
import type { Kernels } from './kernels.ts';
import { packedLength, paddedWidth } from './layout.ts';
import type { PlacedLayer, PlacedLstm, PlacedMatrix } from './placed-network.ts';

/** A layer's matrices the other way round, for the way back; addresses in bytes. */
export interface Transposed {
  readonly kernel: number;
  /** Absent from the dense layer. */
  readonly recurrent?: number;
}

const panelsOf = ({ layout }: PlacedMatrix) => layout.columnOf.length / 16;

/** Reserves room for a layer's matrices turned round. */
export const placeTransposed = ({ allocate }: Kernels, { kernel, recurrent }: PlacedLayer): Transposed => ({
  kernel: allocate(packedLength(kernel.layout)),
  ...(recurrent === undefined ? {} : { recurrent: allocate(packedLength(recurrent.layout)) }),
});

/** Turns a layer's matrices round; to be done after each change of the weights. */
export const transposeLayer = ({ run }: Kernels, layer: PlacedLayer, to: Transposed): void => {
  const { kernel, recurrent } = layer;
  run.transpose(kernel.address, to.kernel, kernel.layout.panelRows, panelsOf(kernel));
  if (recurrent === undefined || to.recurrent === undefined) return;
  run.transpose(recurrent.address, to.recurrent, recurrent.layout.panelRows, panelsOf(recurrent));
};

/** Which matrix's gradient, from which inputs and errors. */
interface GradientWork {
  readonly of: PlacedMatrix;
  readonly errors: Target;
  readonly rows: number;
  /** Bytes from a weight to its gradient. */
  readonly gradientShift: number;
}

/** Adds to the gradient of a matrix: inputsᵀ × errors. */
export const addGradient = ({ run }: Kernels, input: Rows, work: GradientWork): void => {
  const { of, errors, rows, gradientShift } = work;
  run.multiplyTransposed(
    ...([input.address, rowBytes(input.width)] as const),
    ...([errors.address, errors.row, errors.panel] as const),
    ...([of.address + gradientShift, panelBytes(of.layout.panelRows)] as const),
    ...([rows, input.width, panelsOf(of)] as const),
  );
};

/** Adds to the gradient of a bias: the sum of the errors. */
export const addBiasGradient = ({ run }: Kernels, work: GradientWork): void => {
  const { of, errors, rows, gradientShift } = work;
  const places = [errors.address, errors.row, errors.panel, of.address + gradientShift] as const;
  run.sumRows(...places, rows, panelsOf(of));
};

/** Errors of a layer's inputs: errors × kernelᵀ, into `to`, which is cleared first. */
export const passBack = (
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

/** What an LSTM layer's way back reads and writes; addresses in bytes. */
export interface LayerBackward {
  /** After the way forward, with its cells kept. */
  readonly room: LayerRoom;
  readonly transposed: Transposed;
  readonly input: Rows;
  /** Of the layer's states, [steps][rows][units]; changed. */
  readonly errors: number;
  /** Room for one step. */
  readonly carried: number;
  /** Where errors of the inputs go; absent when nobody wants them. */
  readonly to?: number;
  /** Room for one step's gates, when the layer read one input at every step. */
  readonly repeatedIn?: number;
  readonly gradientShift: number;
  readonly extent: Extent;
}

/** One LSTM layer's way back: adds to the gradients of its weights, and passes errors to its inputs. */
export const backwardLayer = (kernels: Kernels, layer: PlacedLstm, work: LayerBackward): void => {
  const { room, transposed, input, errors, carried, to, repeatedIn, gradientShift } = work;
  const { steps, rows } = work.extent;
  const all = steps * rows;
  const width = paddedWidth(layer.units);
  kernels.view(carried, rows * width).fill(0);
  kernels.run.lstmBackward(
    ...([room.gates, transposed.recurrent ?? 0] as const),
    ...([room.cells, errors, carried, room.zeros] as const),
    ...([steps, rows, width] as const),
  );
  const gateErrors = { address: room.gates, row: 64, panel: panelBytes(all) };
  // The states before each step but the first, which has none before it.
  const later = { ...gateErrors, address: room.gates + panelBytes(rows) };
  const before = { address: room.states, width: layer.units };
  addGradient(kernels, before, { of: layer.recurrent, errors: later, rows: all - rows, gradientShift });
  addBiasGradient(kernels, { of: layer.bias, errors: gateErrors, rows: all, gradientShift });

  if (repeatedIn !== undefined) kernels.run.sumSteps(room.gates, repeatedIn, steps, rows, width / 4);
  const [inputErrors, inputRows] =
    repeatedIn === undefined
      ? [gateErrors, all]
      : [{ address: repeatedIn, row: 64, panel: panelBytes(rows) }, rows];
  addGradient(kernels, input, { of: layer.kernel, errors: inputErrors, rows: inputRows, gradientShift });
  if (to === undefined) return;
  passBack(kernels, layer, { transposed: transposed.kernel, errors: inputErrors, to, rows: inputRows });
};
