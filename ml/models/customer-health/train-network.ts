import { seededRandom } from '../../random/seeded-random.ts';
import { logitsAtRest } from './forward-batch.ts';
import { multiTaskLoss } from './multi-task-loss.ts';
import type { MultiTaskNetwork } from './multi-task-network.ts';
import { finishedNetwork, initialNetwork } from './trainable-network.ts';
import type { TrainingOptions } from './training-options.ts';
import { passOver, rowsInBatch, type TrainingState, weightOf } from './training-pass.ts';
import { makeTrainingRoom, readParameters } from './training-room.ts';
import { constantLosses, headBiases, silenceConstantInputs, unsaveableLosses } from './training-start.ts';
import type { TrainingRows, TrainingTask } from './training-task.ts';

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

const meanKnown = (values: readonly number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

/**
 * Trains a network on several tasks at once: Adam, a learning rate that falls by a cosine, an end when the
 * validation rows stop gaining, and the weights of the best epoch; weights are running means over the last steps,
 * which wander less (Polyak & Juditsky 1992).
 *
 * Learned weights follow Kendall, Gal & Cipolla 2018: a task's loss is divided by how uncertain it still is, so that
 * no unit of measurement decides who is heard; they minimise loss / u + log u. The uncertainty of a probability is its
 * whole log loss, and not only the part that training can save: that part is soon small where the label is itself a
 * probability, and would drown the other tasks.
 *
 * The same request gives the same network.
 *
 * @param request - at least two rows to train on, and each task with a label in both parts
 */
export const trainNetwork = (request: TrainingRequest): TrainedNetwork => {
  const { tasks, train, validation, options, measure, onEpoch } = request;
  const random = seededRandom(`customer health ${options.seed}`);
  const features = (train.x.length / train.labels.length) * tasks.length;
  const biases = headBiases(tasks, train.labels);
  const network = initialNetwork(
    { features, hiddenUnits: options.hiddenUnits, dropout: options.dropout, heads: tasks },
    biases,
    random.fork('start'),
  );
  silenceConstantInputs(network, train.x);
  const scales = {
    train: constantLosses(tasks, train.labels, biases),
    validation: constantLosses(tasks, validation.labels, biases),
  };
  const room = makeTrainingRoom(network, rowsInBatch(train.labels.length / tasks.length, options));
  const unsaveable = unsaveableLosses(tasks, train.labels);
  const uncertainties = scales.train.map((loss, task) => loss + unsaveable[task]! || 1);
  const state: TrainingState = { room, steps: 0, uncertainties, unsaveable };
  const x = { train: Float32Array.from(train.x), validation: Float32Array.from(validation.x) };
  const history: EpochRecord[] = [];
  let final = finishedNetwork(network);
  let best = { epoch: 0, valLoss: Number.POSITIVE_INFINITY, network: final };
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    const passed = passOver(state, {
      ...{ tasks, options, epoch, x: x.train, labels: train.labels },
      random: random.fork(`epoch ${epoch}`),
    });
    final = finishedNetwork({
      ...network,
      parameters: readParameters(room, room.averages),
      moving: room.moving,
    });
    const logits = logitsAtRest(room, x.validation);
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
