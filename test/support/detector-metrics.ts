import type { DetectorMetrics, DetectorTest } from '../../ml/evaluation/detector-metrics.ts';

const estimate = (value: number) => ({ value, low: value, high: value });

/** A baseline with an AUC by which a detector is ahead. */
export const beatenBy = (auc: number, difference: number) => ({
  auc: estimate(auc),
  aucDifference: { difference, low: difference - 0.1, high: difference + 0.1 },
});

/** Figures that pass the detector's gate. */
export const goodDetectorTest: DetectorTest = {
  windows: 100,
  anomalousWindows: 10,
  users: 5,
  auc: estimate(0.9),
  prAuc: estimate(0.6),
  precision: estimate(0.7),
  recall: estimate(0.8),
  f1: estimate(0.75),
  falsePositiveRate: estimate(0.05),
  baselines: { personalZScore: beatenBy(0.8, 0.1), pca: beatenBy(0.85, 0.05) },
};

/** Metrics of a detector that pass its gate. */
export const goodDetectorMetrics: DetectorMetrics = {
  schemaVersion: 1,
  modelName: 'lstm-autoencoder',
  seed: 1,
  rowsSha256: null,
  trainWindows: 80,
  validationWindows: 20,
  epochs: 3,
  bestEpoch: 2,
  trainLoss: 0.1,
  validationLoss: 0.2,
  threshold: 1,
  percentile: 95,
  errorKind: 'profile',
  test: goodDetectorTest,
};
