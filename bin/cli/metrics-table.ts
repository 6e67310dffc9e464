import type { Estimate, ModelMetrics } from '../../ml/evaluation/model-metrics.ts';
import { table } from './table.ts';

const row = (name: string, { value, low, high }: Estimate): string[] => [
  name,
  value.toFixed(3),
  `${low.toFixed(3)} – ${high.toFixed(3)}`,
];

/**
 * A model's figures beside its baselines, as lines of a table.
 *
 * @param more - further lines below the baselines, such as the best possible
 */
export const metricsTable = (metrics: ModelMetrics, more: readonly string[][] = []): string[] => {
  const { logisticRegression, lastWeekMood } = metrics.baselines;
  return table([
    ['', 'value', '95 % interval'],
    row('AUC', metrics.auc),
    row('  logistic regression', logisticRegression.auc),
    ...(lastWeekMood ? [row("  last week's mood alone", lastWeekMood.auc)] : []),
    ...more,
    row('recall', metrics.recall),
    row('specificity', metrics.specificity),
    row('precision', metrics.precision),
    row('Brier score', metrics.brier),
  ]);
};
