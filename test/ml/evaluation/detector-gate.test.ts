import { describe, expect, it } from 'vitest';
import { decideDetectorApproval } from '../../../ml/evaluation/detector-gate.ts';
import { DetectorMetrics, type DetectorTest } from '../../../ml/evaluation/detector-metrics.ts';

const estimate = (value: number) => ({ value, low: value, high: value });
const baseline = (auc: number, difference: number) => ({
  auc: estimate(auc),
  aucDifference: { difference, low: difference - 0.1, high: difference + 0.1 },
});
const good: DetectorTest = {
  windows: 100,
  anomalousWindows: 10,
  users: 5,
  auc: estimate(0.9),
  prAuc: estimate(0.6),
  precision: estimate(0.7),
  recall: estimate(0.8),
  f1: estimate(0.75),
  falsePositiveRate: estimate(0.05),
  baselines: { personalZScore: baseline(0.8, 0.1), pca: baseline(0.85, 0.05) },
};
const judge = (test: DetectorTest | null) =>
  decideDetectorApproval(
    DetectorMetrics.parse({
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
      test,
    }),
  );

describe("a detector's gate", () => {
  it('lets one through that is ahead of every baseline', () => {
    expect(judge(good)).toEqual({ approved: true, reasons: [] });
  });

  it('refuses one that was not measured, since approval needs evidence', () => {
    expect(judge(null)).toMatchObject({
      approved: false,
      reasons: [expect.stringContaining('not measured')],
    });
  });

  it('says to which baseline a detector loses, and by how much', () => {
    const { approved, reasons } = judge({
      ...good,
      baselines: { ...good.baselines, pca: baseline(0.93, -0.03) },
    });
    expect(approved).toBe(false);
    expect(reasons).toEqual([
      'It loses to reconstruction by principal components, whose AUC on the same windows is 0.930: difference -0.030, 95 % interval -0.130 to 0.070.',
    ]);
  });

  it('holds a draw for a loss', () => {
    expect(judge({ ...good, baselines: { pca: baseline(0.9, 0) } }).approved).toBe(false);
  });

  it('refuses one that ranks like chance or cries wolf', () => {
    const { reasons } = judge({ ...good, auc: estimate(0.75), falsePositiveRate: estimate(0.15) });
    expect(reasons).toHaveLength(2);
  });
});
