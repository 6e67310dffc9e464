import { describe, expect, it } from 'vitest';
import { decideDetectorApproval } from '../../../ml/evaluation/detector-gate.ts';
import { DetectorMetrics, type DetectorTest } from '../../../ml/evaluation/detector-metrics.ts';
import { beatenBy, goodDetectorMetrics, goodDetectorTest } from '../../support/detector-metrics.ts';

const judge = (test: DetectorTest | null) =>
  decideDetectorApproval(DetectorMetrics.parse({ ...goodDetectorMetrics, test }));
const good = goodDetectorTest;

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
      baselines: { ...good.baselines, pca: beatenBy(0.93, -0.03) },
    });
    expect(approved).toBe(false);
    expect(reasons).toEqual([
      'It loses to reconstruction by principal components, whose AUC on the same windows is 0.930: difference -0.030, 95 % interval -0.130 to 0.070.',
    ]);
  });

  it('holds a draw for a loss', () => {
    expect(judge({ ...good, baselines: { pca: beatenBy(0.9, 0) } }).approved).toBe(false);
  });

  it('refuses one that ranks like chance or cries wolf', () => {
    const { reasons } = judge({
      ...good,
      auc: { value: 0.75, low: 0.7, high: 0.8 },
      falsePositiveRate: { value: 0.15, low: 0.1, high: 0.2 },
    });
    expect(reasons).toHaveLength(2);
  });
});
