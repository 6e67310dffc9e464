import type { Random } from '../../random/seeded-random.ts';
import { seededRandom } from '../../random/seeded-random.ts';
import { adamStep, newMoments } from '../adam.ts';
import { batchGradients } from './batch-gradients.ts';
import { headLogits, prepareNetwork } from './forward-network.ts';
import { learningRateAt } from './learning-rate.ts';
import { multiTaskLoss, type TaskLoss } from './multi-task-loss.ts';
import type { MultiTaskNetwork } from './multi-task-network.ts';
import { finishedNetwork, initialNetwork, type TrainableNetwork } from './trainable-network.ts';
import type { TrainingOptions } from './training-options.ts';

/** A head to train, and how its error is measured. */
export interface TrainingTask extends TaskLoss {
  readonly name: string;
}

/** Rows to learn from or to be judged on. */
export interface TrainingRows {
  /** Normalised, row by row, shape [n × features]. */
  readonly x: Float64Array;
  /** In the units of the heads, row by row, shape [n × tasks]; NaN is missing. */
  readonly labels: Float64Array;
}

/** What an epoch came to. */
export interface EpochRecord {
  /** From 1. */
  readonly epoch: number;
  /** At the end of the epoch. */
  readonly learningRate: number;
  /** Mean over the tasks of loss / loss of who always says the training mean: 1 knows nothing, 0 is perfect. */
  readonly loss: number;
  readonly valLoss: number;
  /** Of each task alone, on the same scale, in the order of the tasks. */
  readonly taskLosses: readonly number[];
  readonly valTaskLosses: readonly number[];
  /** What each task's loss was multiplied by. */
  readonly taskWeights: readonly number[];
  /** Of the validation rows, by name, as `measure` of the request gives them. */
  readonly valMetrics: Readonly<Record<string, number>>;
}

export interface TrainedNetwork {
  /** Of the epoch with the least validation loss. */
  readonly best: MultiTaskNetwork;
  /** Of the last epoch. */
  readonly final: MultiTaskNetwork;
  readonly bestEpoch: number;
  readonly history: readonly EpochRecord[];
}

export interface TrainingRequest {
  readonly tasks: readonly TrainingTask[];
  readonly train: TrainingRows;
  readonly validation: TrainingRows;
  readonly options: TrainingOptions;
  /** What else is told of each epoch, from the validation rows' logits, row by row, shape [n × tasks]. */
  readonly measure?: ((logits: Float64Array) => Readonly<Record<string, number>>) | undefined;
  /** Told after each epoch. */
  readonly onEpoch?: ((record: EpochRecord) => void) | undefined;
}

/** Share of a batch's statistics in the running ones. */
const momentum = 0.01;
/** How fast learned weights follow: they are few, and their scale is that of logarithms. */
const weightRate = 0.005;

const logit = (p: number): number => Math.log(p / (1 - p));

/** What each head would always say, if nothing else were known: the mean label, before the activation. */
const headBiases = (tasks: readonly TrainingTask[], labels: Float64Array): number[] =>
  tasks.map(({ activation }, task) => {
    let sum = 0;
    let count = 0;
    for (let cell = task; cell < labels.length; cell += tasks.length) {
      const label = labels[cell] as number;
      if (Number.isNaN(label)) continue;
      sum += label;
      count += 1;
    }
    const mean = count === 0 ? 0.5 : sum / count;
    return activation === 'linear' ? mean : logit(Math.min(0.999, Math.max(0.001, mean)));
  });

/** An input that never varies teaches nothing, so that it gets no weight either: it may vary later. */
const silenceConstantInputs = ({ shape, parameters }: TrainableNetwork, x: Float64Array): void => {
  const { features, hiddenUnits } = shape;
  const units = hiddenUnits[0] ?? 0;
  const varies = new Uint8Array(features);
  x.forEach((value, cell) => {
    if (value !== x[cell % features]) varies[cell % features] = 1;
  });
  varies.forEach((does, input) => {
    if (does === 0) parameters[0]?.fill(0, input * units, (input + 1) * units);
  });
};

/** Losses of rows that the network says the same of. */
const constantLosses = (tasks: readonly TrainingTask[], labels: Float64Array, biases: readonly number[]) =>
  multiTaskLoss({
    tasks,
    labels,
    logits: Float64Array.from(labels, (_, cell) => biases[cell % tasks.length] as number),
  }).losses;

/**
 * Logits of rows.
 *
 * @param x - normalised, row by row, shape [n × features]
 * @returns row by row, shape [n × heads]
 */
export const logitsOf = (network: MultiTaskNetwork, x: Float64Array): Float64Array => {
  const prepared = prepareNetwork(network);
  const { features, heads } = network;
  const logits = new Float64Array((x.length / features) * heads.length);
  for (let row = 0; row * features < x.length; row += 1) {
    logits.set(headLogits(prepared, x.subarray(row * features, (row + 1) * features)), row * heads.length);
  }
  return logits;
};

const meanKnown = (values: readonly number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

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

/**
 * Trains a network on several tasks at once: Adam, a learning rate that falls by a cosine, an end when the
 * validation rows stop gaining, and the weights of the best epoch.
 *
 * Learned weights follow Kendall, Gal & Cipolla 2018: a task's loss is divided by how uncertain it still is, so that
 * no unit of measurement decides who is heard; they minimise Σ loss / u + log u.
 *
 * tfjs is ready (`readyTfjs`); the same request gives the same network.
 *
 * @param request - at least two rows to train on, and each task with a label in both parts
 */
export const trainNetwork = (request: TrainingRequest): TrainedNetwork => {
  const { tasks, train, validation, options, measure, onEpoch } = request;
  const random = seededRandom(`customer health ${options.seed}`);
  const features = (train.x.length / train.labels.length) * tasks.length;
  const biases = headBiases(tasks, train.labels);
  let network = initialNetwork(
    { features, hiddenUnits: options.hiddenUnits, dropout: options.dropout, heads: tasks },
    biases,
    random.fork('start'),
  );
  silenceConstantInputs(network, train.x);
  const scales = {
    train: constantLosses(tasks, train.labels, biases),
    validation: constantLosses(tasks, validation.labels, biases),
  };
  const state = {
    moments: newMoments(network.parameters),
    uncertainties: scales.train.map((loss) => loss || 1),
  };
  const history: EpochRecord[] = [];
  let final = finishedNetwork(network);
  let best = { epoch: 0, valLoss: Number.POSITIVE_INFINITY, network: final };
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    const passed = passOver(network, { request, state, random: random.fork(`epoch ${epoch}`), epoch });
    network = passed.network;
    final = finishedNetwork(network);
    const logits = logitsOf(final, validation.x);
    const valLosses = multiTaskLoss({ tasks, logits, labels: validation.labels }).losses;
    const relative = (losses: ArrayLike<number>, scale: Float64Array) =>
      tasks.map((_, task) => (losses[task] as number) / (scale[task] as number));
    const taskLosses = relative(passed.losses, scales.train);
    const valTaskLosses = relative(valLosses, scales.validation);
    const record: EpochRecord = {
      epoch,
      learningRate: passed.learningRate,
      loss: meanKnown(taskLosses),
      valLoss: meanKnown(valTaskLosses),
      taskLosses,
      valTaskLosses,
      taskWeights: tasks.map((_, task) => weightOf(options, state.uncertainties, task)),
      valMetrics: measure?.(logits) ?? {},
    };
    history.push(record);
    if (record.valLoss < best.valLoss) best = { epoch, valLoss: record.valLoss, network: final };
    onEpoch?.(record);
    if (epoch - best.epoch >= options.patience) break;
  }
  return { best: best.network, final, bestEpoch: best.epoch, history };
};

const weightOf = ({ taskWeights }: TrainingOptions, uncertainties: Float64Array, task: number): number =>
  taskWeights === 'learned' ? 1 / (uncertainties[task] as number) : (taskWeights[task] ?? 1);

interface Pass {
  readonly request: TrainingRequest;
  readonly state: {
    readonly moments: ReturnType<typeof newMoments>;
    readonly uncertainties: Float64Array;
  };
  readonly random: Random;
  readonly epoch: number;
}

/** One pass over the rows, in an order of chance; parameters, moments and uncertainties are changed in place. */
const passOver = (start: TrainableNetwork, { request, state, random, epoch }: Pass) => {
  const { tasks, train, options } = request;
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
  return { network: start, learningRate, losses: sums.map((sum, task) => sum / (seen[task] as number)) };
};

const follow = (running: Float32Array | undefined, now: Float32Array): void => {
  now.forEach((value, unit) => {
    if (running !== undefined)
      running[unit] = (running[unit] ?? 0) + momentum * (value - (running[unit] ?? 0));
  });
};

/** Kernels are penalised; biases, gammas and betas are not. */
const penalise = ({ parameters }: TrainableNetwork, gradients: readonly Float32Array[], l2: number): void => {
  if (l2 === 0) return;
  // A kernel is followed by the bias of its layer, which has no more cells than it.
  parameters.forEach((values, index) => {
    const next = parameters[index + 1];
    if (next === undefined || next.length >= values.length) return;
    const gradient = gradients[index] as Float32Array;
    values.forEach((value, cell) => {
      gradient[cell] = (gradient[cell] as number) + l2 * value;
    });
  });
};
