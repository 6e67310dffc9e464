import { type BootstrapOptions, bootstrapEstimate } from './bootstrap-estimate.ts';
import { brierScore } from './brier-score.ts';
import { calibrationError } from './calibration-error.ts';
import { type Confusion, confusion } from './confusion.ts';
import { f1Score } from './f1-score.ts';
import type { BaselineMetrics, ModelMetrics } from './model-metrics.ts';
import { pairedAucDifference } from './paired-auc-difference.ts';
import { rankedPrAuc } from './pr-auc.ts';
import { precision } from './precision.ts';
import { rankScores } from './ranking.ts';
import { recall } from './recall.ts';
import type { PersonRows } from './resample-persons.ts';
import { rankedRocAuc } from './roc-auc.ts';
import { specificity } from './specificity.ts';

export interface EvaluatedRows extends PersonRows {
  /** 0 or 1, both present, shape [n]. */
  readonly labels: ArrayLike<number>;
  /** Calibrated probability of label 1, shape [n]. */
  readonly probabilities: ArrayLike<number>;
  /** What else could have ranked these rows; higher = more likely label 1, shape [n] each. */
  readonly baselineScores: {
    readonly logisticRegression: ArrayLike<number>;
    readonly lastWeekMood: ArrayLike<number> | null;
  };
}

/** The part of the metrics that follows from scored rows alone. */
export type ClassifierFigures = Omit<
  ModelMetrics,
  'schemaVersion' | 'modelName' | 'trainPersons' | 'trainRows' | 'features' | 'seed' | 'rowsSha256'
>;

/**
 * Every figure of a classifier on rows that it has not seen, each with its interval where it has one.
 *
 * @param rows - copies collapsed, each person weighing 1 in all
 * @param threshold - chosen beforehand and elsewhere
 * @param options - number of bootstrap resamples and source of chance
 * @throws {InsufficientDataError} when a class is missing
 */
export const evaluateClassifier = (
  rows: EvaluatedRows,
  threshold: number,
  options: BootstrapOptions,
): ClassifierFigures => {
  const { labels, probabilities } = rows;
  const ranking = rankScores(labels, probabilities);
  const estimate = (statistic: (weights: ArrayLike<number>) => number) =>
    bootstrapEstimate(rows, statistic, options);
  const atThreshold = (share: (counts: Confusion) => number) =>
    estimate((resampled) => share(confusion({ labels, probabilities, weights: resampled }, threshold)));
  const against = (scores: ArrayLike<number>): BaselineMetrics => {
    const baseline = rankScores(labels, scores);
    return {
      auc: estimate((resampled) => rankedRocAuc(baseline, resampled)),
      aucDifference: pairedAucDifference({ ...rows, scores: probabilities, baselineScores: scores }, options),
    };
  };
  const counts = confusion(rows, threshold);
  const positives = counts.truePositives + counts.falseNegatives;
  const { logisticRegression, lastWeekMood } = rows.baselineScores;
  return {
    persons: new Set(rows.persons).size,
    rows: labels.length,
    prevalence: positives / (positives + counts.falsePositives + counts.trueNegatives),
    threshold,
    auc: estimate((resampled) => rankedRocAuc(ranking, resampled)),
    prAuc: estimate((resampled) => rankedPrAuc(ranking, resampled)),
    precision: atThreshold(precision),
    recall: atThreshold(recall),
    specificity: atThreshold(specificity),
    f1: atThreshold(f1Score),
    brier: estimate((resampled) => brierScore({ labels, probabilities, weights: resampled })),
    calibrationError: calibrationError(rows),
    confusion: counts,
    baselines: {
      logisticRegression: against(logisticRegression),
      lastWeekMood: lastWeekMood === null ? null : against(lastWeekMood),
    },
  };
};
