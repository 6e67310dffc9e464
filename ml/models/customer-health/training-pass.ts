import { packedLength } from '../../lstm/layout.ts';
import { pickRows } from '../../preprocessing/pick-rows.ts';
import type { Random } from '../../random/seeded-random.ts';
import { batchGradients } from './batch-gradients.ts';
import { learningRateAt } from './learning-rate.ts';
import { shrinkInputs } from './shrink-inputs.ts';
import type { TrainingOptions } from './training-options.ts';
import type { TrainingRoom } from './training-room.ts';
import type { TrainingRows, TrainingTask } from './training-task.ts';

/** Share of a batch's statistics in the running ones. */
const momentum = 0.01;
/** Of the running means of the parameters, which are what is judged and kept: a hundred steps, about an epoch. */
const averageMemory = 0.99;
/** How fast learned weights follow: they are few, and their scale is that of logarithms. */
const weightRate = 0.005;

/** What a task's loss is multiplied by. */
export const weightOf = (
  { taskWeights }: Pick<TrainingOptions, 'taskWeights'>,
  uncertainties: Float64Array,
  task: number,
): number => (taskWeights === 'learned' ? 1 / uncertainties[task]! : (taskWeights[task] ?? 1));

/** What training remembers from step to step, beside what lies in its room. */
export interface TrainingState {
  readonly room: TrainingRoom;
  /** Steps taken. */
  steps: number;
  /** Of each task: its loss of late, with what cannot be saved of it. */
  readonly uncertainties: Float64Array;
  /** Of each task: what no prediction could save; see `unsaveableLoss`. */
  readonly unsaveable: Float64Array;
}

interface Pass {
  readonly tasks: readonly TrainingTask[];
  /** Normalised, row by row, shape [n × features]. */
  readonly x: Float32Array;
  readonly labels: TrainingRows['labels'];
  readonly options: TrainingOptions;
  readonly random: Random;
  readonly epoch: number;
}

/**
 * How many rows go into each batch: all batches but the last are of one size, and none is much smaller.
 *
 * @param rows - ≥ 1
 */
export const rowsInBatch = (rows: number, { batchSize }: TrainingOptions): number =>
  Math.ceil(rows / Math.max(1, Math.floor(rows / batchSize)));

/**
 * One pass over the rows, in an order of chance. The state is changed in place.
 *
 * @param epoch - from 1
 * @returns the learning rate at its end, and each task's mean loss
 */
export const passOver = (state: TrainingState, { tasks, x, labels, options, random, epoch }: Pass) => {
  const { room } = state;
  const { features } = room.shape;
  const rows = labels.length / tasks.length;
  const order = random.shuffle([...Array(rows).keys()]);
  const size = rowsInBatch(rows, options);
  const sums = new Float64Array(tasks.length);
  const seen = new Float64Array(tasks.length);
  let learningRate = options.learningRate;
  for (let batch = 0; batch * size < rows; batch += 1) {
    const chosen = order.slice(batch * size, (batch + 1) * size);
    const { losses, statistics } = batchGradients(
      room,
      {
        x: pickRows(x, chosen, new Float32Array(chosen.length * features)),
        labels: pickRows(labels, chosen, new Float64Array(chosen.length * tasks.length)),
      },
      {
        losses: tasks,
        weights: tasks.map((_, task) => weightOf(options, state.uncertainties, task)),
        random,
      },
    );
    penalise(room, options.l2);
    learningRate = learningRateAt(options, epoch - 1 + ((batch + 1) * size) / rows);
    state.steps += 1;
    step(room, learningRate, state.steps);
    shrinkInputs(room, learningRate * options.inputPenalty);
    average(room, state.steps);
    statistics.forEach(({ means, variances }, layer) => {
      follow(room.moving[layer]!.means, means);
      follow(room.moving[layer]!.variances, variances);
    });
    losses.forEach((loss, task) => {
      if (Number.isNaN(loss)) return;
      const uncertainty = state.uncertainties[task]!;
      state.uncertainties[task] = Math.max(
        1e-4,
        uncertainty + weightRate * (loss + state.unsaveable[task]! - uncertainty),
      );
      sums[task]! += loss * chosen.length;
      seen[task]! += chosen.length;
    });
  }
  return { learningRate, losses: sums.map((sum, task) => sum / seen[task]!) };
};

/** Adam. Kingma & Ba 2015, algorithm 1. */
const step = (room: TrainingRoom, learningRate: number, steps: number): void => {
  room.kernels.run.adam(
    ...([room.address, room.gradients, room.first, room.second] as const),
    ...([room.floats, learningRate, 1 / (1 - 0.9 ** steps), 1 / (1 - 0.999 ** steps)] as const),
  );
};

/** Moves running means towards the parameters; early on they are the mean of all steps. */
const average = ({ kernels, address, averages, floats }: TrainingRoom, steps: number): void => {
  const kept = Math.min(averageMemory, steps / (steps + 10));
  const values = kernels.view(address, floats);
  const running = kernels.view(averages, floats);
  for (let cell = 0; cell < floats; cell += 1) {
    running[cell] = kept * running[cell]! + (1 - kept) * values[cell]!;
  }
};

const follow = (running: Float32Array, now: Float64Array): void => {
  for (let unit = 0; unit < running.length; unit += 1) {
    running[unit]! += momentum * (now[unit]! - running[unit]!);
  }
};

/** Kernels are penalised; biases, gammas and betas are not. */
const penalise = ({ kernels, matrices, gradients, address }: TrainingRoom, l2: number): void => {
  if (l2 === 0) return;
  for (const { address: at, layout } of matrices) {
    if (layout.panelRows === 1) continue;
    const values = kernels.view(at, packedLength(layout));
    const slopes = kernels.view(at + gradients - address, values.length);
    for (let cell = 0; cell < values.length; cell += 1) slopes[cell]! += l2 * values[cell]!;
  }
};
