import type { BootstrapOptions } from './bootstrap-estimate.ts';
import {
  type OutcomeFigureName,
  outcomeFigureNames,
  outcomeStatistics,
  personRowsOf,
  type Statistic,
} from './outcome-figures.ts';
import { type Interval, percentileInterval } from './percentile-interval.ts';
import { type PersonRows, resamplePersons } from './resample-persons.ts';
import type { ScoredOutcomes } from './scored-outcomes.ts';

/** How much greater a figure is than a baseline's, with a 95 % interval. */
export interface FigureDifference extends Interval {
  readonly difference: number;
}

/** Whether two models were measured on the same rows, told by labels and persons being alike in their order. */
export const areSameRows = (one: ScoredOutcomes, other: ScoredOutcomes): boolean =>
  isAlike(one.labels, other.labels) && isAlike(one.persons ?? [], other.persons ?? []);

const isAlike = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

const replicatesOf = (
  rows: PersonRows,
  statistic: Statistic,
  { resamples, random }: BootstrapOptions,
): readonly number[] =>
  // The weights are one array used again and again, so each figure is taken at once.
  Array.from(resamplePersons(rows, resamples, random), (weights) => statistic(weights));

/**
 * The figures of one model less those of a baseline, with 95 % percentile intervals of a bootstrap over persons.
 *
 * On the same rows both meet the same resamples, and the difference is known better than either figure (paired;
 * Efron & Tibshirani 1993, chapter 13). On different rows each is resampled on its own.
 *
 * @param outcomes - of the model, shape [n]
 * @param baseline - of the model it is compared with, shape [m]
 * @returns by figure; one that is not defined for both is left out
 */
export const compareOutcomes = (
  outcomes: ScoredOutcomes,
  baseline: ScoredOutcomes,
  { resamples, random }: BootstrapOptions,
): ReadonlyMap<OutcomeFigureName, FigureDifference> => {
  const isPaired = areSameRows(outcomes, baseline);
  const sides = [outcomes, baseline].map((side) => ({
    rows: personRowsOf(side),
    statistics: outcomeStatistics(side),
  }));
  const differences = new Map<OutcomeFigureName, FigureDifference>();
  for (const name of outcomeFigureNames) {
    const [model, other] = sides.map(({ rows, statistics }, side) => ({
      value: statistics[name](rows.weights),
      replicates: () =>
        replicatesOf(rows, statistics[name], {
          resamples,
          random: random.fork(isPaired ? 'both' : `side ${side}`),
        }),
    }));
    if (model === undefined || other === undefined) continue;
    const difference = model.value - other.value;
    if (Number.isNaN(difference)) continue;
    const others = other.replicates();
    const replicates = model.replicates().map((value, index) => value - (others[index] ?? Number.NaN));
    if (replicates.every(Number.isNaN)) continue;
    differences.set(name, { difference, ...percentileInterval(replicates) });
  }
  return differences;
};
