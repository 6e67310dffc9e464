import type { BestPossible } from '../../ml/synthetic/customers/best-possible.ts';
import type { CustomerStatistics } from '../../ml/synthetic/customers/customer-statistics.ts';
import { segmentNames } from '../../ml/synthetic/customers/segments.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** The statistics of generated customers, and the best that a model could reach on those to test with, as lines. */
export const customerStatisticsLines = (statistics: CustomerStatistics, best: BestPossible): string[] => {
  const { customers, segments, ranges, labels } = statistics;
  const range = (bounds: readonly [number, number] | undefined, decimals: number) =>
    bounds ? bounds.map((bound) => bound.toFixed(decimals)).join(' - ') : 'none';
  const figure = (value: number) => (Number.isNaN(value) ? 'unknown' : value.toFixed(3));
  return [
    '=== Dataset Statistics ===',
    '',
    'Segment Distribution:',
    ...segmentNames.map((name) => `  ${name}: ${segments[name]} (${percent(segments[name] / customers)})`),
    '',
    'Feature Ranges:',
    `  Session Frequency: ${range(ranges.sessionFrequency, 2)}`,
    `  Avg Rating: ${range(ranges.avgRating, 2)}`,
    `  IB Calls (14d): ${range(ranges.ibCalls14d, 0)}`,
    `  Health Score: ${range(ranges.healthScore, 0)}`,
    '',
    'Label Statistics:',
    `  First Session Success Rate: ${percent(labels.firstSessionSuccess)}`,
    `  High Churn Risk (14d): ${percent(labels.highChurnRisk14d)}`,
    `  High Churn Risk (30d): ${percent(labels.highChurnRisk30d)}`,
    `  Avg Health Score: ${labels.healthScore.toFixed(1)}`,
    `  Avg Session Velocity: ${labels.sessionVelocity.toFixed(2)}`,
    '',
    'Best Possible, to who knows each path (test customers):',
    `  AUC of churn that happened (14d): ${figure(best.churned14dAuc)}`,
    `  AUC of churn that happened (30d): ${figure(best.churned30dAuc)}`,
    `  First Session Accuracy: ${figure(best.firstSessionAccuracy)}`,
    `  First Session AUC: ${figure(best.firstSessionAuc)}`,
    `  Health Score MAE: ${figure(best.healthMae)}`,
  ];
};
