import type { ModelMetrics } from '../../ml/evaluation/model-metrics.ts';
import { estimateRow } from './estimate-row.ts';
import { table } from './table.ts';

/**
 * A model's figures beside its baselines, as lines of a table.
 *
 * @param more - further lines below the baselines, such as the best possible
 */
export const metricsTable = (metrics: ModelMetrics, more: readonly string[][] = []): string[] => {
  const { logisticRegression, lastWeekMood } = metrics.baselines;
  return table([
    ['', 'value', '95 % interval'],
    estimateRow('AUC', metrics.auc),
    estimateRow('  logistic regression', logisticRegression.auc),
    ...(lastWeekMood ? [estimateRow("  last week's mood alone", lastWeekMood.auc)] : []),
    ...more,
    estimateRow('recall', metrics.recall),
    estimateRow('specificity', metrics.specificity),
    estimateRow('precision', metrics.precision),
    estimateRow('Brier score', metrics.brier),
  ]);
};
