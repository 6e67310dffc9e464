import { pickRows } from '../preprocessing/pick-rows.ts';
import type { Random } from '../random/seeded-random.ts';
import { balancedWeights } from './balanced-weights.ts';
import { chooseWideL2 } from './choose-wide-l2.ts';
import type { WeightedRows } from './logistic-regression.ts';
import { memberParts } from './member-parts.ts';
import type { NetworkOptions } from './network-options.ts';
import type { OwnedRows } from './person-folds.ts';
import { predictLogits } from './predict-logits.ts';
import {
  isMemberTrained,
  type MemberState,
  type MemberTask,
  startMember,
  trainEpoch,
} from './train-member.ts';
import type { NetworkShape } from './wide-deep-network.ts';

/** Normalised training rows, copies collapsed. */
export type EnsembleRows = OwnedRows & WeightedRows;

export interface TrainedEnsemble {
  readonly shape: NetworkShape;
  readonly members: readonly MemberState[];
  /** For each training row the log-odds of the member that has never seen its person, shape [n]. */
  readonly heldOutLogits: Float64Array;
}

export interface EnsembleControl {
  /** States of an interrupted training on the same rows, options and seed, first member to the one in progress. */
  readonly resumeFrom?: readonly MemberState[] | undefined;
  /** Told the states after each epoch; training waits for it. */
  readonly onEpoch?: ((states: readonly MemberState[]) => Promise<void>) | undefined;
  readonly random: Random;
}

type Learned = Pick<MemberTask, 'fit' | 'heldBack'>;

/** The rows of one part with class weights of that part. */
const weightedPart = (source: EnsembleRows, rows: readonly number[]): WeightedRows => {
  const width = source.values.length / source.ids.length;
  const values = pickRows(source.values, rows, new Float64Array(rows.length * width));
  const labels = Uint8Array.from(rows, (row) => source.labels[row] as number);
  const weights = rows.map((row) => source.weights[row] as number);
  return { values, labels, weights: balancedWeights(labels, weights) };
};

/**
 * Trains the members one after another.
 *
 * @param rows - normalised training rows, copies collapsed, both labels present
 * @param options - of the network
 * @param control - source of chance, progress and resumption
 */
export const trainEnsemble = async (
  rows: EnsembleRows,
  options: NetworkOptions,
  control: EnsembleControl,
): Promise<TrainedEnsemble> => {
  const shape = { features: rows.values.length / rows.ids.length, hiddenUnits: options.hiddenUnits };
  const members: MemberState[] = [];
  const heldOutLogits = new Float64Array(rows.ids.length);
  const allParts = memberParts(rows, options.members, control.random.fork('parts'));
  const learned = allParts.map(
    ({ fit, heldBack }): Learned => ({
      fit: weightedPart(rows, fit),
      heldBack: weightedPart(rows, heldBack),
    }),
  );
  const wideL2 = chooseWideL2(learned, shape.features);
  for (const [member, parts] of allParts.entries()) {
    const random = control.random.fork(`member ${member}`);
    const task: MemberTask = { shape, ...(learned[member] as Learned), options, wideL2, random };
    let state = control.resumeFrom?.[member] ?? startMember(task);
    while (!isMemberTrained(state, options)) {
      state = trainEpoch(task, state);
      await control.onEpoch?.([...members, state]);
    }
    members.push(state);
    const logits = predictLogits(shape, state.best.parameters, weightedPart(rows, parts.heldOut).values);
    parts.heldOut.forEach((row, position) => {
      heldOutLogits[row] = logits[position] as number;
    });
  }
  return { shape, members, heldOutLogits };
};

/**
 * Mean log-odds of the members' best epochs.
 *
 * @param ensemble - trained
 * @param values - normalised, shape [n × features]
 * @returns shape [n]
 */
export const ensembleLogits = (
  { shape, members }: Pick<TrainedEnsemble, 'shape' | 'members'>,
  values: Float64Array,
): Float64Array => {
  const mean = new Float64Array(values.length / shape.features);
  for (const { best } of members) {
    predictLogits(shape, best.parameters, values).forEach((logit, row) => {
      mean[row] = (mean[row] as number) + logit / members.length;
    });
  }
  return mean;
};
