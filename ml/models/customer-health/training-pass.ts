import type { Random } from '../../random/seeded-random.ts';
import { type AdamMoments, adamStep } from '../adam.ts';
import { batchGradients } from './batch-gradients.ts';
import { learningRateAt } from './learning-rate.ts';
import { parameterShapes, type TrainableNetwork } from './trainable-network.ts';
import type { TrainingOptions } from './training-options.ts';
import type { TrainingRows, TrainingTask } from './training-task.ts';

/** Share of a batch's statistics in the running ones. */
const momentum = 0.01;
/** Of the running means of the parameters, which are what is judged and kept: a hundred steps, about an epoch. */
const averageMemory = 0.99;
/** How fast learned weights follow: they are few, and their scale is that of logarithms. */
const weightRate = 0.005;

/** Some rows of a matrix, in the order asked for. */
const pick = <Cells extends Float32Array | Float64Array>(
  from: Float64Array,
  rows: readonly number[],
  into: Cells,
): Cells => {
  const width = into.length / rows.length;
  rows.forEach((row, place) => {
    into.set(from.subarray(row * width, (row + 1) * width), place * width);
  });
  return into;
};

/** What a task's loss is multiplied by. */
export const weightOf = (
  { taskWeights }: TrainingOptions,
  uncertainties: Float64Array,
  task: number,
): number => (taskWeights === 'learned' ? 1 / (uncertainties[task] as number) : (taskWeights[task] ?? 1));

/** What training remembers from step to step. */
export interface TrainingState {
  readonly moments: AdamMoments;
  /** Running means of the parameters. */
  readonly averages: readonly Float32Array[];
  /** Of each task: its loss of late. */
  readonly uncertainties: Float64Array;
}

interface Pass {
  readonly tasks: readonly TrainingTask[];
  readonly train: TrainingRows;
  readonly options: TrainingOptions;
  readonly random: Random;
  readonly epoch: number;
}

/**
 * One pass over the rows, in an order of chance. Network and state are changed in place.
 *
 * @param epoch - from 1
 * @returns the learning rate at its end, and each task's mean loss
 */
export const passOver = (
  start: TrainableNetwork,
  state: TrainingState,
  { tasks, train, options, random, epoch }: Pass,
) => {
  const { features } = start.shape;
  const rows = train.labels.length / tasks.length;
  const order = random.shuffle([...Array(rows).keys()]);
  const batches = Math.max(1, Math.floor(rows / options.batchSize));
  const size = Math.ceil(rows / batches);
  const sums = new Float64Array(tasks.length);
  const seen = new Float64Array(tasks.length);
  let learningRate = options.learningRate;
  for (let batch = 0; batch * size < rows; batch += 1) {
    const chosen = order.slice(batch * size, (batch + 1) * size);
    const { gradients, losses, statistics } = batchGradients(
      start,
      {
        x: pick(train.x, chosen, new Float32Array(chosen.length * features)),
        labels: pick(train.labels, chosen, new Float64Array(chosen.length * tasks.length)),
      },
      {
        losses: tasks,
        weights: tasks.map((_, task) => weightOf(options, state.uncertainties, task)),
        random,
      },
    );
    penalise(start, gradients, options.l2);
    learningRate = learningRateAt(options, epoch - 1 + ((batch + 1) * size) / rows);
    adamStep(start.parameters, gradients, { learningRate, moments: state.moments });
    average(state.averages, start.parameters, state.moments.steps);
    statistics.forEach(({ means, variances }, layer) => {
      follow(start.moving[layer]?.means, means);
      follow(start.moving[layer]?.variances, variances);
    });
    losses.forEach((loss, task) => {
      if (Number.isNaN(loss)) return;
      const uncertainty = state.uncertainties[task] as number;
      state.uncertainties[task] = Math.max(1e-4, uncertainty + weightRate * (loss - uncertainty));
      sums[task] = (sums[task] as number) + loss * chosen.length;
      seen[task] = (seen[task] as number) + chosen.length;
    });
  }
  return { learningRate, losses: sums.map((sum, task) => sum / (seen[task] as number)) };
};

/** Moves running means towards the parameters; early on they are the mean of all steps. */
const average = (
  averages: readonly Float32Array[],
  parameters: readonly Float32Array[],
  steps: number,
): void => {
  const kept = Math.min(averageMemory, steps / (steps + 10));
  parameters.forEach((values, index) => {
    const running = averages[index]!;
    for (let cell = 0; cell < values.length; cell += 1) {
      running[cell] = kept * running[cell]! + (1 - kept) * values[cell]!;
    }
  });
};

const follow = (running: Float32Array | undefined, now: Float32Array): void => {
  now.forEach((value, unit) => {
    if (running !== undefined)
      running[unit] = (running[unit] ?? 0) + momentum * (value - (running[unit] ?? 0));
  });
};

/** Kernels are penalised; biases, gammas and betas are not. */
const penalise = (
  { shape, parameters }: TrainableNetwork,
  gradients: readonly Float32Array[],
  l2: number,
): void => {
  if (l2 === 0) return;
  parameterShapes(shape).forEach((dimensions, index) => {
    if (dimensions.length < 2) return;
    const gradient = gradients[index]!;
    parameters[index]!.forEach((value, cell) => {
      gradient[cell]! += l2 * value;
    });
  });
};
