import type { ModelMetrics } from '../../../ml/evaluation/model-metrics.ts';

const figure = (value: number) => ({ value, low: value - 0.02, high: value + 0.02 });
const beaten = { auc: figure(0.7), aucDifference: { difference: 0.1, low: 0.05, high: 0.15 } };

/** Metrics that pass the gate. */
export const goodMetrics: ModelMetrics = {
  schemaVersion: 1,
  modelName: 'crisis',
  persons: 400,
  rows: 400,
  prevalence: 0.2,
  trainPersons: 1600,
  trainRows: 1600,
  features: 49,
  seed: 1,
  rowsSha256: 'a'.repeat(64),
  threshold: 0.3,
  auc: figure(0.8),
  prAuc: figure(0.6),
  precision: figure(0.5),
  recall: figure(0.75),
  specificity: figure(0.7),
  f1: figure(0.6),
  brier: figure(0.1),
  calibrationError: 0.03,
  confusion: { truePositives: 60, falsePositives: 96, trueNegatives: 224, falseNegatives: 20 },
  baselines: { logisticRegression: beaten, lastWeekMood: beaten },
};
