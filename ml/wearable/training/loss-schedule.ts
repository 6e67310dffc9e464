import * as z from 'zod';
import type { AutoencoderOptions } from './training-options.ts';

/** Where training stands between two epochs: what stops it and what slows it. */
export const LossSchedule = z.strictObject({
  /** Of Adam, for the next epoch. */
  learningRate: z.number().positive(),
  /** The least validation loss, its epoch (1, 2, …), and 0 before the first. */
  bestEpoch: z.int().min(0),
  bestLoss: z.number().nullable(),
  /** The loss that the next has to fall below clearly, and the epochs since one did. */
  gainLoss: z.number().nullable(),
  epochsSinceGain: z.int().min(0),
  /** Epochs without gain at this learning rate. */
  plateauEpochs: z.int().min(0),
});

export type LossSchedule = z.infer<typeof LossSchedule>;

type ScheduleOptions = Pick<
  AutoencoderOptions,
  'learningRate' | 'patience' | 'minGain' | 'plateauPatience' | 'plateauFactor' | 'minLearningRate'
>;

/** Before the first epoch. */
export const startSchedule = ({ learningRate }: Pick<ScheduleOptions, 'learningRate'>): LossSchedule => ({
  learningRate,
  bestEpoch: 0,
  bestLoss: null,
  gainLoss: null,
  epochsSinceGain: 0,
  plateauEpochs: 0,
});

/**
 * Where training stands after an epoch: as Keras's EarlyStopping and ReduceLROnPlateau have it, with the least
 * gain as a share of the loss, so that it means the same for every data set. The best epoch is the one of least
 * loss, however small its lead.
 *
 * @param schedule - before the epoch
 * @param epoch - its number, from 1
 * @param loss - on the validation windows; NaN is no gain
 */
export const advanceSchedule = (
  schedule: LossSchedule,
  { epoch, loss }: { readonly epoch: number; readonly loss: number },
  options: ScheduleOptions,
): LossSchedule => {
  const isBest = loss < (schedule.bestLoss ?? Number.POSITIVE_INFINITY);
  const best = isBest
    ? { bestEpoch: epoch, bestLoss: loss }
    : { bestEpoch: schedule.bestEpoch, bestLoss: schedule.bestLoss };
  const isGain = schedule.gainLoss === null ? isBest : loss < schedule.gainLoss * (1 - options.minGain);
  if (isGain) {
    const { learningRate } = schedule;
    return { ...best, learningRate, gainLoss: loss, epochsSinceGain: 0, plateauEpochs: 0 };
  }
  const plateauEpochs = schedule.plateauEpochs + 1;
  const isPlateau = plateauEpochs >= options.plateauPatience;
  const slower = Math.max(options.minLearningRate, schedule.learningRate * options.plateauFactor);
  return {
    ...best,
    // Never faster, also where training began below the least rate.
    learningRate: isPlateau ? Math.min(schedule.learningRate, slower) : schedule.learningRate,
    gainLoss: schedule.gainLoss,
    epochsSinceGain: schedule.epochsSinceGain + 1,
    plateauEpochs: isPlateau ? 0 : plateauEpochs,
  };
};

/** Whether no epoch has gained for as long as patience lasts. */
export const isExhausted = (
  { epochsSinceGain }: LossSchedule,
  { patience }: Pick<ScheduleOptions, 'patience'>,
): boolean => epochsSinceGain >= patience;
