import { InsufficientDataError } from '../insufficient-data-error.ts';
import { type BootstrapOptions, bootstrapEstimate } from './bootstrap-estimate.ts';
import type { Estimate } from './model-metrics.ts';
import { outcomeFigureNames, outcomeStatistics, personRowsOf } from './outcome-figures.ts';
import type { ScoredOutcomes } from './scored-outcomes.ts';

/**
 * What outcomes say of a model, each figure with its 95 % bootstrap interval, persons resampled (Efron 1979). A
 * figure that is not defined, such as the AUC of one class, is left out.
 *
 * @param outcomes - labels and scores, shape [n]
 * @param options - number of resamples and source of chance
 */
export const estimateOutcomes = (
  outcomes: ScoredOutcomes,
  options: BootstrapOptions,
): ReadonlyMap<string, Estimate> => {
  const rows = personRowsOf(outcomes);
  const statistics = outcomeStatistics(outcomes);
  const figures = new Map<string, Estimate>();
  for (const name of outcomeFigureNames) {
    if (Number.isNaN(statistics[name](rows.weights))) continue;
    try {
      figures.set(name, bootstrapEstimate(rows, statistics[name], options));
    } catch (error) {
      if (!(error instanceof InsufficientDataError)) throw error;
    }
  }
  return figures;
};
