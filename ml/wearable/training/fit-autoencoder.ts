import type { Trainer } from '../../lstm/trainer.ts';
import { pickRows } from '../../preprocessing/pick-rows.ts';
import { seededRandom } from '../../random/seeded-random.ts';
import { advanceSchedule, isExhausted, startSchedule } from './loss-schedule.ts';
import { TrainingDivergedError } from './training-diverged-error.ts';
import type { AutoencoderOptions } from './training-options.ts';
import { restoreTrainer, type TrainingState } from './training-state.ts';

/** Standardised windows, row-major, shape [count, steps, features]. */
export interface WindowValues {
  readonly count: number;
  readonly values: Float32Array;
  /** Whose each window is, shape [count]; all one person's when left out. */
  readonly people?: readonly string[] | undefined;
}

export interface TrainingData {
  readonly train: WindowValues;
  readonly validation: WindowValues;
}

export interface BatchProgress {
  /** The epoch under way, from 1. */
  readonly epoch: number;
  readonly batchesDone: number;
  readonly batches: number;
  /** Mean over the epoch so far. */
  readonly trainLoss: number;
}

export interface TrainingHooks {
  /** After every batch; may wait, so that signals come through. `stop` ends training as it stands. */
  readonly onBatch?: (progress: BatchProgress) => Promise<'go on' | 'stop'>;
  /** After every epoch, with the state to go on from. */
  readonly onEpoch?: (state: TrainingState) => Promise<'go on' | 'stop'>;
}

export interface FitSettings {
  readonly options: AutoencoderOptions;
  readonly hooks?: TrainingHooks;
  /** Where an earlier run of the same data and options stood. */
  readonly resumeFrom?: TrainingState | undefined;
}

/** Windows measured at a time. */
const evaluationBatch = 128;

const meanLoss = (trainer: Trainer, { count, values }: WindowValues): number => {
  const windowSize = values.length / count;
  let sum = 0;
  for (let first = 0; first < count; first += evaluationBatch) {
    const batch = Math.min(evaluationBatch, count - first);
    sum += batch * trainer.evaluate(values.subarray(first * windowSize, (first + batch) * windowSize), batch);
  }
  return sum / count;
};

const firstState = (trainer: Trainer, options: AutoencoderOptions): TrainingState => ({
  weights: trainer.weights(),
  optimizer: trainer.optimizerState(),
  bestWeights: trainer.weights(),
  schedule: startSchedule(options),
  history: [],
  batchesDone: 0,
  lossSum: 0,
});

/** The batches of an epoch, in an order that depends on seed and epoch alone. */
const makeBatches = (
  { count, values }: WindowValues,
  { batchSize, seed }: AutoencoderOptions,
  epoch: number,
) => {
  const windowSize = values.length / count;
  const order = seededRandom(seed)
    .fork(`epoch ${epoch}`)
    .shuffle([...Array(count).keys()]);
  const gathered = new Float32Array(batchSize * windowSize);
  return (batch: number) => {
    const windows = order.slice(batch * batchSize, (batch + 1) * batchSize);
    const room = gathered.subarray(0, windows.length * windowSize);
    return { size: windows.length, values: pickRows(values, windows, room) };
  };
};

/** Trains on the batches of an epoch that are left; stops in its midst if it is told to. */
const runEpoch = async (
  trainer: Trainer,
  train: WindowValues,
  { state, settings }: { readonly state: TrainingState; readonly settings: FitSettings },
): Promise<{ readonly batchesDone: number; readonly lossSum: number; readonly isWhole: boolean }> => {
  const { options, hooks } = settings;
  const epoch = state.history.length + 1;
  const batches = Math.ceil(train.count / options.batchSize);
  const batchOf = makeBatches(train, options, epoch);
  let { batchesDone, lossSum } = state;
  while (batchesDone < batches) {
    const { size, values } = batchOf(batchesDone);
    lossSum += size * trainer.trainStep(values, size);
    batchesDone += 1;
    const trainLoss = lossSum / Math.min(train.count, batchesDone * options.batchSize);
    const order = await hooks?.onBatch?.({ epoch, batchesDone, batches, trainLoss });
    if (order === 'stop' && batchesDone < batches) return { batchesDone, lossSum, isWhole: false };
  }
  return { batchesDone, lossSum, isWhole: true };
};

/**
 * Trains until the validation loss has not fallen for a while, or the epochs are used up. A training that goes on
 * from a state ends where an uninterrupted one does.
 *
 * @param trainer - fresh; it ends with the weights of the last epoch, not the best
 * @param data - at least one window on either side
 * @param settings - options, hooks, and the state to go on from if there is one
 * @returns the last state; `isComplete` unless a hook stopped it
 * @throws {TrainingDivergedError} when a loss is no longer a finite number
 */
export const fitAutoencoder = async (
  trainer: Trainer,
  { train, validation }: TrainingData,
  settings: FitSettings,
): Promise<{ readonly state: TrainingState; readonly isComplete: boolean }> => {
  const { options, hooks } = settings;
  let state = settings.resumeFrom ?? firstState(trainer, options);
  restoreTrainer(trainer, state);
  while (state.history.length < options.epochs && !isExhausted(state.schedule, options)) {
    const { batchesDone, lossSum, isWhole } = await runEpoch(trainer, train, { state, settings });
    const standing = { weights: trainer.weights(), optimizer: trainer.optimizerState() };
    if (!isWhole) return { state: { ...state, ...standing, batchesDone, lossSum }, isComplete: false };
    const epoch = state.history.length + 1;
    const trainLoss = lossSum / train.count;
    const validationLoss = meanLoss(trainer, validation);
    if (!Number.isFinite(trainLoss) || !Number.isFinite(validationLoss))
      throw new TrainingDivergedError(epoch);
    const { learningRate } = state.schedule;
    const schedule = advanceSchedule(state.schedule, { epoch, loss: validationLoss }, options);
    state = {
      ...standing,
      bestWeights: schedule.bestEpoch === epoch ? standing.weights : state.bestWeights,
      schedule,
      history: [...state.history, { epoch, trainLoss, validationLoss, learningRate }],
      batchesDone: 0,
      lossSum: 0,
    };
    trainer.learningRate = schedule.learningRate;
    if ((await hooks?.onEpoch?.(state)) === 'stop') return { state, isComplete: false };
  }
  return { state, isComplete: true };
};
