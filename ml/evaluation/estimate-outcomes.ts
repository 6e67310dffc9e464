import { InsufficientDataError } from '../insufficient-data-error.ts';
import { type BootstrapOptions, bootstrapEstimate } from './bootstrap-estimate.ts';
import { outcomeFigureNames, outcomeStatistics, personRowsOf } from './outcome-figures.ts';
import type { MetricValue } from './performance-record.ts';
import type { ScoredOutcomes } from './scored-outcomes.ts';

/**
 * What outcomes say of a model, each figure with its 95 % bootstrap interval, persons resampled (Efron 1979). Of one
 * class there is no ranking: AUC and PR-AUC are left out. Of one person there is no interval.
 *
 * @param outcomes - labels and scores, shape [n]
 * @param options - number of resamples and source of chance
 */
export const estimateOutcomes = (
  outcomes: ScoredOutcomes,
  options: BootstrapOptions,
): ReadonlyMap<string, MetricValue> => {
  const rows = personRowsOf(outcomes);
  const statistics = outcomeStatistics(outcomes);
  const isOneClass = new Set(outcomes.labels).size === 1;
  const isOnePerson = new Set(rows.persons).size === 1;
  const figures = new Map<string, MetricValue>();
  for (const name of outcomeFigureNames) {
    const value = statistics[name](rows.weights);
    if (Number.isNaN(value) || (isOneClass && name !== 'brier')) continue;
    if (isOnePerson) {
      figures.set(name, { value });
      continue;
    }
    try {
      figures.set(name, bootstrapEstimate(rows, statistics[name], options));
    } catch (error) {
      if (!(error instanceof InsufficientDataError)) throw error;
    }
  }
  return figures;
};
