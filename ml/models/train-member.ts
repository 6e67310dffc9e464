import { pickRows } from '../preprocessing/pick-rows.ts';
import type { Random } from '../random/seeded-random.ts';
import { type AdamMoments, adamStep, newMoments } from './adam.ts';
import { batchGradients } from './batch-gradients.ts';
import { fitLogisticRegression, type WeightedRows } from './logistic-regression.ts';
import { meanLogLoss } from './mean-log-loss.ts';
import type { NetworkOptions } from './network-options.ts';
import { predictLogits } from './predict-logits.ts';
import { initialParameters, type NetworkShape } from './wide-deep-network.ts';

/** Mean weighted log loss after an epoch; epoch 0 is the logistic regression that training starts from. */
export interface EpochRecord {
  readonly epoch: number;
  /** On the rows that the member learns from. */
  readonly trainLoss: number;
  /** On the rows held back to decide when to stop. */
  readonly heldBackLoss: number;
}

/** Everything needed to go on from the end of an epoch, to the bit. */
export interface MemberState {
  readonly parameters: readonly Float32Array[];
  readonly moments: AdamMoments;
  readonly best: { readonly epoch: number; readonly parameters: readonly Float32Array[] };
  readonly history: readonly EpochRecord[];
}

export interface MemberTask {
  readonly shape: NetworkShape;
  /** Learned from; weights balanced between the classes. */
  readonly fit: WeightedRows;
  /** Decides when to stop; weights balanced likewise. */
  readonly heldBack: WeightedRows;
  readonly options: NetworkOptions;
  /** Strength of the penalty on the linear path, as of a logistic regression over all rows. */
  readonly wideL2: number;
  /** Forked per epoch, so that a resumed training draws what an uninterrupted one would. */
  readonly random: Random;
}

const copyOf = (arrays: readonly Float32Array[]) => arrays.map((array) => array.slice());

const measure = (task: MemberTask, parameters: readonly Float32Array[], epoch: number): EpochRecord => {
  const lossOn = (rows: WeightedRows) =>
    meanLogLoss(rows, predictLogits(task.shape, parameters, rows.values));
  return { epoch, trainLoss: lossOn(task.fit), heldBackLoss: lossOn(task.heldBack) };
};

const selectWeightedRows = (source: WeightedRows, rows: readonly number[], width: number): WeightedRows => ({
  values: pickRows(source.values, rows, new Float64Array(rows.length * width)),
  labels: rows.map((row) => source.labels[row] as number),
  weights: rows.map((row) => source.weights[row] as number),
});

/**
 * State before the first epoch.
 *
 * @param task - rows, options and source of chance
 */
export const startMember = (task: MemberTask): MemberState => {
  const regression = fitLogisticRegression(task.fit, task.shape.features, task.wideL2);
  const parameters = initialParameters(task.shape, regression, task.random.fork('start'));
  return {
    parameters,
    moments: newMoments(parameters),
    best: { epoch: 0, parameters: copyOf(parameters) },
    history: [measure(task, parameters, 0)],
  };
};

/**
 * Whether a member has had all its epochs, or has not gained for `patience` of them.
 */
export const isMemberTrained = ({ history, best }: MemberState, options: NetworkOptions): boolean => {
  const epoch = history.length - 1;
  return epoch >= options.epochs || epoch - best.epoch >= options.patience;
};

/**
 * The state after one more pass over the rows, in an order of chance.
 *
 * @param task - the same for all epochs of a member
 * @param state - left alone
 */
export const trainEpoch = (task: MemberTask, state: MemberState): MemberState => {
  const { shape, fit, options } = task;
  const epoch = state.history.length;
  const random = task.random.fork(`epoch ${epoch}`);
  const parameters = copyOf(state.parameters);
  const { steps, first, second } = state.moments;
  const moments = { steps, first: copyOf(first), second: copyOf(second) };
  const order = random.shuffle([...Array(fit.labels.length).keys()]);
  for (let start = 0; start < order.length; start += options.batchSize) {
    const rows = selectWeightedRows(fit, order.slice(start, start + options.batchSize), shape.features);
    const wideL2 = task.wideL2 / order.length;
    const gradients = batchGradients(parameters, { shape, rows, wideL2, options, random });
    adamStep(parameters, gradients, { learningRate: options.learningRate, moments });
  }
  const record = measure(task, parameters, epoch);
  const gained = record.heldBackLoss < (state.history[state.best.epoch] as EpochRecord).heldBackLoss;
  return {
    parameters,
    moments,
    best: gained ? { epoch, parameters: copyOf(parameters) } : state.best,
    history: [...state.history, record],
  };
};
