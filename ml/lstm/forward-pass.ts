import type { Kernels } from './kernels.ts';
import { paddedWidth } from './layout.ts';
import type { PlacedLayer, PlacedLstm } from './placed-network.ts';

/** Rows in the kernels' memory, each a padded width long. */
export interface Rows {
  /** Bytes. */
  readonly address: number;
  /** Width without padding. */
  readonly width: number;
}

/** Room that a layer works in; addresses in bytes. */
export interface LayerRoom {
  /** Gates in panels, [units / 4][steps × rows][16]. */
  readonly gates: number;
  /** [steps][rows][units] if `keepsCells`, else one step's. */
  readonly cells: number;
  readonly keepsCells: boolean;
  /** [steps][rows][units]. */
  readonly states: number;
  /** One step of zeros. */
  readonly zeros: number;
}

/** How much there is to do: time steps, and windows side by side. */
export interface Extent {
  readonly steps: number;
  readonly rows: number;
}

/** Bytes of a row of this width. */
export const rowBytes = (width: number): number => paddedWidth(width) * Float32Array.BYTES_PER_ELEMENT;

/** Bytes from one panel to the next of a matrix whose panels have this many rows. */
export const panelBytes = (rows: number): number => rows * 64;

/** Where a product goes: bytes from one row, and from one panel of 16 columns, to the next. */
export interface Target {
  readonly address: number;
  readonly row: number;
  readonly panel: number;
}

/** Rows as a target. */
export const rowsTarget = ({ address, width }: Rows): Target => ({
  address,
  row: rowBytes(width),
  panel: 64,
});

/** Panels of this many rows as a target. */
export const panelsTarget = (address: number, rows: number): Target => ({
  address,
  row: 64,
  panel: panelBytes(rows),
});

/** out = input × kernel + bias, for each of so many rows. */
export const project = (
  { run }: Kernels,
  { kernel, bias }: PlacedLayer,
  { input, out, rows }: { readonly input: Rows; readonly out: Target; readonly rows: number },
): void => {
  const panels = kernel.layout.columnOf.length / 16;
  const target = [out.address, out.row, out.panel] as const;
  run.fillRows(bias.address, ...target, rows, panels);
  run.multiply(
    ...([input.address, rowBytes(input.width), 64] as const),
    ...([kernel.address, panelBytes(kernel.layout.panelRows)] as const),
    ...target,
    ...([rows, input.width, panels] as const),
  );
};

/** An LSTM layer whose gates already hold the weighted inputs. */
export const recur = (
  { run }: Kernels,
  { units, recurrent }: PlacedLstm,
  { room, extent }: { readonly room: LayerRoom; readonly extent: Extent },
): void => {
  const cellStep = room.keepsCells ? extent.rows * rowBytes(units) : 0;
  run.lstmForward(
    ...([room.gates, recurrent.address] as const),
    ...([room.cells, cellStep, room.states, room.zeros] as const),
    ...([extent.steps, extent.rows, paddedWidth(units), units] as const),
  );
};

/** An LSTM layer on a sequence: input [steps × rows], time-major. */
export const runLayer = (
  kernels: Kernels,
  layer: PlacedLstm,
  work: { readonly input: Rows; readonly room: LayerRoom; readonly extent: Extent },
): void => {
  const { steps, rows } = work.extent;
  const all = steps * rows;
  project(kernels, layer, { input: work.input, out: panelsTarget(work.room.gates, all), rows: all });
  recur(kernels, layer, work);
};

/**
 * An LSTM layer on one input repeated at every step, so weighted only once.
 *
 * @param work - input [rows]; `once` holds its weighted sums, [units / 4][rows][16]
 */
export const runRepeated = (
  kernels: Kernels,
  layer: PlacedLstm,
  work: {
    readonly input: Rows;
    readonly once: number;
    readonly room: LayerRoom;
    readonly extent: Extent;
  },
): void => {
  const { steps, rows } = work.extent;
  project(kernels, layer, { input: work.input, out: panelsTarget(work.once, rows), rows });
  kernels.run.repeatSteps(work.once, work.room.gates, steps, rows, paddedWidth(layer.units) / 4);
  recur(kernels, layer, work);
};
