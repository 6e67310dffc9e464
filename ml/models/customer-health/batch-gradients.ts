import { rowsTarget } from '../../lstm/forward-pass.ts';
import { addBiasGradient, addGradient, passBack, transposeLayer } from '../../lstm/layer-backward.ts';
import { packedLength, paddedWidth } from '../../lstm/layout.ts';
import type { PlacedMatrix } from '../../lstm/placed-network.ts';
import type { Random } from '../../random/seeded-random.ts';
import { type BatchStatistics, normalizeBatchSlopes } from './batch-normalization.ts';
import { forwardBatch, type LayerBatch, loadRows, readLogits, silence } from './forward-batch.ts';
import { multiTaskLoss, type TaskLoss } from './multi-task-loss.ts';
import { batchFloats, type HiddenRoom, type TrainingRoom } from './training-room.ts';

export interface Batch {
  /** Normalised, row by row, shape [n × features], n within the room's capacity. */
  readonly x: Float32Array;
  /** In the units of the heads, row by row, shape [n × heads]; NaN is missing. */
  readonly labels: Float64Array;
}

export interface BatchSettings {
  readonly losses: readonly TaskLoss[];
  /** Of each task's loss, shape [tasks]. */
  readonly weights: ArrayLike<number>;
  /** Decides which units are silenced. */
  readonly random: Random;
}

export interface BatchResult {
  /** Of each task, unweighted, shape [tasks]; NaN where no row has the label. */
  readonly losses: Float64Array;
  /** Of each normalised layer's batch, padded. */
  readonly statistics: readonly BatchStatistics[];
}

/**
 * Gradients of one batch's loss, the sum over the tasks of weight · mean loss of the rows that have the label: they
 * are left in `room.gradients`.
 *
 * The matrix products are those of the WebAssembly kernels, in whose memory everything stays; what lies between them
 * is plain code. tfjs took three times as long, most of it to carry each small matrix over and back; a test compares
 * the result with its automatic gradients.
 *
 * @param room - its parameters are left as they were
 */
export const batchGradients = (room: TrainingRoom, batch: Batch, settings: BatchSettings): BatchResult => {
  const { kernels, hidden, heads, headsTransposed } = room;
  const { losses: tasks, weights, random } = settings;
  kernels.view(room.gradients, room.floats).fill(0);
  const rows = loadRows(room, batch.x);
  const batches = forwardBatch(room, rows, random);
  const { losses, slopes } = multiTaskLoss({ tasks, logits: readLogits(room, rows), labels: batch.labels });

  let [errors, to] = room.errors;
  const width = paddedWidth(heads.units);
  const view = kernels.view(errors, rows * width);
  view.fill(0);
  for (let cell = 0; cell < slopes.length; cell += 1) {
    const task = cell % heads.units;
    view[((cell - task) / heads.units) * width + task] = slopes[cell]! * weights[task]!;
  }
  const gradientShift = room.gradients - room.address;
  const back = (layer: typeof heads, from: number, input: { address: number; width: number }): void => {
    const target = rowsTarget({ address: from, width: layer.units });
    addGradient(kernels, input, { of: layer.kernel, errors: target, rows, gradientShift });
    addBiasGradient(kernels, { of: layer.bias, errors: target, rows, gradientShift });
  };
  const inputOf = (index: number) => ({
    address: hidden[index - 1]?.output ?? room.input,
    width: hidden[index - 1]?.layer.units ?? room.shape.features,
  });
  back(heads, errors, inputOf(hidden.length));
  let after = { layer: heads, transposed: headsTransposed };
  for (let index = hidden.length - 1; index >= 0; index -= 1) {
    const own = hidden[index]!;
    transposeLayer(kernels, after.layer, after.transposed);
    const passed = { transposed: after.transposed.kernel, rows };
    passBack(kernels, after.layer, {
      ...passed,
      errors: rowsTarget({ address: errors, width: after.layer.units }),
      to,
    });
    [errors, to] = [to, errors];
    backThrough(room, own, { at: errors, rows, batch: batches[index]! });
    back(own.layer, errors, inputOf(index));
    after = own;
  }
  return { losses, statistics: batches.flatMap(({ statistics }) => statistics ?? []) };
};

/** Slopes behind the dropout become slopes before the relu, in place; those of gamma and beta are put down. */
const backThrough = (
  room: TrainingRoom,
  own: HiddenRoom,
  { at, rows, batch }: { readonly at: number; readonly rows: number; readonly batch: LayerBatch },
): void => {
  const { kernels, address, gradients } = room;
  const { layer, norm, active, normalized } = own;
  const floats = batchFloats(rows, layer.units);
  if (batch.keys !== undefined) silence(room, own, { at, rows, keys: batch.keys });
  const slopes = kernels.view(at, floats);
  if (norm !== undefined && batch.statistics !== undefined) {
    const vector = (of: PlacedMatrix, shift = 0) => kernels.view(of.address + shift, packedLength(of.layout));
    const { ofGamma, ofBeta } = normalizeBatchSlopes(
      slopes,
      { normalized: kernels.view(normalized, floats), variances: batch.statistics.variances },
      vector(norm.gamma),
    );
    vector(norm.gamma, gradients - address).set(ofGamma);
    vector(norm.beta, gradients - address).set(ofBeta);
  }
  const before = kernels.view(active, floats);
  for (let cell = 0; cell < floats; cell += 1) if (before[cell]! <= 0) slopes[cell] = 0;
};
