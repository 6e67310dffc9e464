import type { DetectorMetrics } from '../../ml/evaluation/detector-metrics.ts';
import { estimateRow } from './estimate-row.ts';
import { table } from './table.ts';

/** A detector's figures beside its baselines, as lines of tables. */
export const detectorTable = (metrics: DetectorMetrics): string[] => {
  const training = table([
    ['', 'value'],
    ['windows trained on', String(metrics.trainWindows)],
    ['windows held back', String(metrics.validationWindows)],
    ['epochs', String(metrics.epochs)],
    ['validation loss', metrics.validationLoss.toPrecision(4)],
    [`threshold (percentile ${metrics.percentile}, ${metrics.errorKind})`, metrics.threshold.toPrecision(4)],
  ]);
  if (metrics.test === null) return training;
  const { test } = metrics;
  const baselines = Object.entries(test.baselines).map(([name, { auc }]) => estimateRow(`  ${name}`, auc));
  return [
    ...training,
    '',
    ...table([
      [`${test.windows} test windows, ${test.anomalousWindows} anomalous`, 'value', '95 % interval'],
      estimateRow('AUC', test.auc),
      ...baselines,
      estimateRow('AUC-PR', test.prAuc),
      estimateRow('precision', test.precision),
      estimateRow('recall', test.recall),
      estimateRow('F1', test.f1),
      estimateRow('false-positive rate', test.falsePositiveRate),
    ]),
  ];
};
