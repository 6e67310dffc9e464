import { type BootstrapOptions, bootstrapEstimate } from './bootstrap-estimate.ts';
import type { AucDifference } from './model-metrics.ts';
import { rankScores } from './ranking.ts';
import type { PersonRows } from './resample-persons.ts';
import { rankedRocAuc } from './roc-auc.ts';

export interface ComparedRows extends PersonRows {
  /** 0 or 1, shape [n]. */
  readonly labels: ArrayLike<number>;
  /** Of the model, higher = more likely label 1, shape [n]. */
  readonly scores: ArrayLike<number>;
  /** Of the baseline, on the same rows, shape [n]. */
  readonly baselineScores: ArrayLike<number>;
}

/**
 * AUC of a model minus AUC of a baseline, with its 95 % interval when both meet the same resamples of persons.
 *
 * Paired, since both see the same easy and hard persons: the difference is known better than either figure.
 * Efron & Tibshirani 1993, chapter 13.
 *
 * @param rows - labels, both scores, persons and weights
 * @param options - number of resamples and source of chance
 * @throws {InsufficientDataError} when each resample holds one class only
 */
export const pairedAucDifference = (rows: ComparedRows, options: BootstrapOptions): AucDifference => {
  const model = rankScores(rows.labels, rows.scores);
  const baseline = rankScores(rows.labels, rows.baselineScores);
  const { value, low, high } = bootstrapEstimate(
    rows,
    (weights) => rankedRocAuc(model, weights) - rankedRocAuc(baseline, weights),
    options,
  );
  return { difference: value, low, high };
};
