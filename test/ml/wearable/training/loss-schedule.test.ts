import { describe, expect, it } from 'vitest';
import {
  advanceSchedule,
  isExhausted,
  type LossSchedule,
  startSchedule,
} from '../../../../ml/wearable/training/loss-schedule.ts';

const options = {
  learningRate: 0.001,
  patience: 5,
  minGain: 0.01,
  plateauPatience: 2,
  plateauFactor: 0.5,
  minLearningRate: 0.0003,
};

/** Schedules after each of some losses. */
const follow = (losses: readonly number[]): LossSchedule[] => {
  const schedules: LossSchedule[] = [];
  losses.forEach((loss, index) => {
    const before = schedules.at(-1) ?? startSchedule(options);
    schedules.push(advanceSchedule(before, { epoch: index + 1, loss }, options));
  });
  return schedules;
};

describe('the schedule of a training', () => {
  it('halves the learning rate whenever two epochs bring no gain, down to its least', () => {
    const rates = follow([1, 1, 1, 1, 1, 1, 1]).map(({ learningRate }) => learningRate);
    expect(rates).toEqual([0.001, 0.001, 0.0005, 0.0005, 0.0003, 0.0003, 0.0003]);
  });

  it('ends after five epochs without gain, and not while there is one', () => {
    const exhausted = follow([1, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95]).map((one) => isExhausted(one, options));
    expect(exhausted).toEqual([false, false, false, false, false, false, true]);
    expect(follow([1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4]).some((one) => isExhausted(one, options))).toBe(false);
  });

  it('takes a fall of less than one in a hundred for no gain, yet keeps the best weights', () => {
    const { bestEpoch, bestLoss, epochsSinceGain } = follow([1, 0.995, 0.992])[2]!;
    expect({ bestEpoch, bestLoss, epochsSinceGain }).toEqual({
      bestEpoch: 3,
      bestLoss: 0.992,
      epochsSinceGain: 2,
    });
  });

  it('lets small falls add up to a gain', () => {
    expect(follow([1, 0.995, 0.989])[2]).toMatchObject({ epochsSinceGain: 0, gainLoss: 0.989 });
  });
});
