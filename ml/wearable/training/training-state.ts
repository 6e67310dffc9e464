import type { OptimizerState, Trainer } from '../../lstm/trainer.ts';
import type { LossSchedule } from './loss-schedule.ts';

/** One epoch of training: losses are mean squared errors, standardised units squared. */
export interface LossRecord {
  /** From 1. */
  readonly epoch: number;
  /** Mean over the steps, each before its update and with dropout. */
  readonly trainLoss: number;
  /** After the epoch, without dropout. */
  readonly validationLoss: number;
  readonly learningRate: number;
}

/** Everything needed to go on from where training stands, to the bit. */
export interface TrainingState {
  readonly weights: Float32Array;
  readonly optimizer: OptimizerState;
  /** Of the epoch with the least validation loss; the first weights before there is one. */
  readonly bestWeights: Float32Array;
  readonly schedule: LossSchedule;
  readonly history: readonly LossRecord[];
  /** Within the epoch that follows the history: batches done, and the sum of their losses, weighted by windows. */
  readonly batchesDone: number;
  readonly lossSum: number;
}

/**
 * Puts a trainer where training stood.
 *
 * @param trainer - of the same network and options; changed
 */
export const restoreTrainer = (trainer: Trainer, state: TrainingState): void => {
  trainer.setWeights(state.weights);
  trainer.setOptimizerState(state.optimizer);
  trainer.learningRate = state.schedule.learningRate;
};
