import type { Random } from '../random/seeded-random.ts';
import type { Estimate } from './model-metrics.ts';
import { percentileInterval } from './percentile-interval.ts';
import { type PersonRows, resamplePersons } from './resample-persons.ts';

export interface BootstrapOptions {
  /** @default 1,000 in the trainer */
  readonly resamples: number;
  /** Forked, never drawn from: every figure of one evaluation meets the same resamples. */
  readonly random: Random;
}

/**
 * A figure with its 95 % percentile bootstrap interval, persons resampled.
 *
 * @param rows - person and weight of each row
 * @param statistic - the figure as a function of the row weights; NaN where it is not defined
 * @param options - number of resamples and source of chance
 * @throws {InsufficientDataError} when no resample has a defined figure
 */
export const bootstrapEstimate = (
  rows: PersonRows,
  statistic: (weights: ArrayLike<number>) => number,
  { resamples, random }: BootstrapOptions,
): Estimate => {
  const replicates: number[] = [];
  for (const weights of resamplePersons(rows, resamples, random.fork('bootstrap'))) {
    replicates.push(statistic(weights));
  }
  return { value: statistic(rows.weights), ...percentileInterval(replicates) };
};
