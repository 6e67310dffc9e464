import { type DropoutKeys, dropoutHashes } from './dropout-keys.ts';
import { project, type Rows, rowBytes, rowsTarget, runLayer, runRepeated } from './forward-pass.ts';
import type { Kernels } from './kernels.ts';
import { paddedWidth } from './layout.ts';
import { lstmLayers, type TrainingRoom } from './training-room.ts';

/** One chunk of a batch. */
export interface Chunk {
  readonly steps: number;
  /** Windows in it. */
  readonly rows: number;
  /** Its first window's place in the batch. */
  readonly first: number;
  /** Absent when nothing is dropped. */
  readonly dropout?: {
    readonly rate: number;
    /** One per LSTM layer. */
    readonly keys: readonly DropoutKeys[];
  };
}

/** Everything but the bottleneck's state is dropped behind its layer. */
export const isDroppedBehind = ({ placed }: TrainingRoom, layer: number): boolean =>
  layer !== placed.encoder.length - 1;

/** Applies one layer's dropout mask; `from` and `to` may be the same. */
export const drop = (
  { run }: Kernels,
  chunk: Chunk,
  work: { readonly from: number; readonly to: number; readonly units: number; readonly layer: number },
): void => {
  const { from, to, units, layer } = work;
  const keys = chunk.dropout?.keys[layer];
  if (chunk.dropout === undefined || keys === undefined) return;
  const { rate } = chunk.dropout;
  run.dropout(
    ...([from, to, chunk.steps, chunk.rows, paddedWidth(units), units, chunk.first] as const),
    ...([keys.a, keys.b, Math.round(rate * dropoutHashes), 1 / (1 - rate)] as const),
  );
};

/** The state after the last step. */
const lastStep = ({ address, width }: Rows, { steps, rows }: Chunk): Rows => ({
  address: address + (steps - 1) * rows * rowBytes(width),
  width,
});

/** What each LSTM layer reads, and last what the dense layer reads. */
export const layerInputs = (room: TrainingRoom, chunk: Chunk): readonly Rows[] => {
  const { placed, layers, input } = room;
  const outputs = lstmLayers(placed).map(({ units }, layer): Rows => {
    const { states = 0, dropped = 0 } = layers[layer] ?? {};
    const isDropped = chunk.dropout !== undefined && isDroppedBehind(room, layer);
    const rows = { address: isDropped ? dropped : states, width: units };
    return layer === placed.encoder.length - 1 ? lastStep(rows, chunk) : rows;
  });
  return [{ address: input, width: placed.output.units }, ...outputs];
};

/** Runs a chunk forward, keeping what the way back needs; the output is left in `room.output`. */
export const forwardChunk = (kernels: Kernels, room: TrainingRoom, chunk: Chunk): void => {
  const { placed, layers, once, output } = room;
  const inputs = layerInputs(room, chunk);
  for (const [index, layer] of lstmLayers(placed).entries()) {
    const layerRoom = layers[index];
    const input = inputs[index];
    if (layerRoom === undefined || input === undefined) continue;
    const work = { input, once, room: layerRoom, extent: chunk };
    if (index === placed.encoder.length) runRepeated(kernels, layer, work);
    else runLayer(kernels, layer, work);
    if (isDroppedBehind(room, index)) {
      drop(kernels, chunk, {
        from: layerRoom.states,
        to: layerRoom.dropped,
        units: layer.units,
        layer: index,
      });
    }
  }
  const out = rowsTarget({ address: output.values, width: placed.output.units });
  const input = inputs.at(-1) as Rows;
  project(kernels, placed.output, { input, out, rows: chunk.steps * chunk.rows });
};
