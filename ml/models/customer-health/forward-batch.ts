import { dropoutHashes } from '../../lstm/dropout-keys.ts';
import { project, rowsTarget } from '../../lstm/forward-pass.ts';
import { packedLength, paddedWidth } from '../../lstm/layout.ts';
import type { PlacedLayer, PlacedMatrix } from '../../lstm/placed-network.ts';
import type { Random } from '../../random/seeded-random.ts';
import { type BatchStatistics, normalizeBatch } from './batch-normalization.ts';
import { normEpsilon } from './multi-task-network.ts';
import { batchFloats, type HiddenRoom, type TrainingRoom } from './training-room.ts';

/** A normalised layer's batch, and which units were silenced: what the way back needs again. */
export interface LayerBatch {
  readonly statistics: BatchStatistics | undefined;
  /** Keys of the dropout's hash. */
  readonly keys: readonly [number, number] | undefined;
}

/** Puts normalised rows where the first layer reads them. */
export const loadRows = ({ kernels, shape, input }: TrainingRoom, x: Float32Array): number => {
  const { features } = shape;
  const rows = x.length / features;
  const view = kernels.view(input, batchFloats(rows, features));
  const width = paddedWidth(features);
  for (let row = 0; row < rows; row += 1) {
    view.set(x.subarray(row * features, (row + 1) * features), row * width);
  }
  return rows;
};

/** What the heads gave, without padding, shape [rows × heads]. */
export const readLogits = ({ kernels, shape, logits }: TrainingRoom, rows: number): Float64Array => {
  const heads = shape.heads.length;
  const width = paddedWidth(heads);
  const view = kernels.view(logits, batchFloats(rows, heads));
  const values = new Float64Array(rows * heads);
  for (let row = 0; row < rows; row += 1) {
    values.set(view.subarray(row * width, row * width + heads), row * heads);
  }
  return values;
};

const relu = (values: Float32Array): void => {
  for (let cell = 0; cell < values.length; cell += 1) if (values[cell]! < 0) values[cell] = 0;
};

/** Silences units, or their slopes: inverted dropout (Srivastava et al. 2014), so that predicting needs no scaling. */
export const silence = (
  { kernels }: TrainingRoom,
  { layer, dropout }: HiddenRoom,
  {
    at,
    rows,
    keys,
  }: { readonly at: number; readonly rows: number; readonly keys: readonly [number, number] },
): void => {
  const { units } = layer;
  kernels.run.dropout(
    ...([at, at, 1, rows, paddedWidth(units), units, 0] as const),
    ...([...keys, Math.round(dropout * dropoutHashes), 1 / (1 - dropout)] as const),
  );
};

const shifted = (matrix: PlacedMatrix, bytes: number): PlacedMatrix => ({
  ...matrix,
  address: matrix.address + bytes,
});

/** The same layer among what lies as the parameters do, so many bytes further on. */
const shiftedLayer = (layer: PlacedLayer, bytes: number): PlacedLayer => ({
  ...layer,
  kernel: shifted(layer.kernel, bytes),
  bias: shifted(layer.bias, bytes),
});

const vectorView = ({ kernels }: TrainingRoom, { address, layout }: PlacedMatrix): Float32Array =>
  kernels.view(address, packedLength(layout));

/**
 * Runs a batch forward as training does: normalised by itself, some units silenced.
 *
 * @param room - with the rows in place
 * @param random - decides which units are silenced
 */
export const forwardBatch = (room: TrainingRoom, rows: number, random: Random): readonly LayerBatch[] => {
  const { kernels, shape, hidden, heads } = room;
  let input = { address: room.input, width: shape.features };
  const batches = hidden.map((own): LayerBatch => {
    const { layer, norm, active, normalized, output, dropout } = own;
    const floats = batchFloats(rows, layer.units);
    project(kernels, layer, { input, out: rowsTarget({ address: active, width: layer.units }), rows });
    relu(kernels.view(active, floats));
    input = { address: output, width: layer.units };
    if (norm === undefined) return { statistics: undefined, keys: undefined };
    const statistics = normalizeBatch(
      kernels.view(active, floats),
      { gamma: vectorView(room, norm.gamma), beta: vectorView(room, norm.beta) },
      { normalized: kernels.view(normalized, floats), output: kernels.view(output, floats) },
    );
    if (dropout === 0) return { statistics, keys: undefined };
    const keys = [random.int(2 ** 32) | 0, random.int(2 ** 32) | 0] as const;
    silence(room, own, { at: output, rows, keys });
    return { statistics, keys };
  });
  project(kernels, heads, { input, out: rowsTarget({ address: room.logits, width: heads.units }), rows });
  return batches;
};

/** Runs rows forward as the network is used: by the running means of its parameters and of the batches' statistics. */
const forwardAtRest = (room: TrainingRoom, rows: number): void => {
  const { kernels, shape, hidden, heads, moving, averages, address } = room;
  const shift = averages - address;
  let input = { address: room.input, width: shape.features };
  hidden.forEach(({ layer, norm, active }, index) => {
    const out = { address: active, width: layer.units };
    project(kernels, shiftedLayer(layer, shift), { input, out: rowsTarget(out), rows });
    input = out;
    const values = kernels.view(active, batchFloats(rows, layer.units));
    relu(values);
    if (norm === undefined) return;
    const { means, variances } = moving[index]!;
    const gamma = vectorView(room, shifted(norm.gamma, shift));
    const beta = vectorView(room, shifted(norm.beta, shift));
    const width = gamma.length;
    for (let unit = 0; unit < layer.units; unit += 1) {
      const factor = gamma[unit]! / Math.sqrt(variances[unit]! + normEpsilon);
      const summand = beta[unit]! - factor * means[unit]!;
      for (let cell = unit; cell < values.length; cell += width)
        values[cell] = values[cell]! * factor + summand;
    }
  });
  const out = rowsTarget({ address: room.logits, width: heads.units });
  project(kernels, shiftedLayer(heads, shift), { input, out, rows });
};

/**
 * Logits of rows, from the running means of the parameters.
 *
 * @param x - normalised, row by row, shape [n × features]
 * @returns row by row, shape [n × heads]
 */
export const logitsAtRest = (room: TrainingRoom, x: Float32Array): Float64Array => {
  const { features, heads } = room.shape;
  const rows = x.length / features;
  const logits = new Float64Array(rows * heads.length);
  for (let from = 0; from < rows; from += room.capacity) {
    const taken = loadRows(
      room,
      x.subarray(from * features, Math.min(rows, from + room.capacity) * features),
    );
    forwardAtRest(room, taken);
    logits.set(readLogits(room, taken), from * heads.length);
  }
  return logits;
};
