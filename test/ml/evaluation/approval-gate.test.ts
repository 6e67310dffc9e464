import { describe, expect, it } from 'vitest';
import { decideApproval } from '../../../ml/evaluation/approval-gate.ts';
import { ModelMetrics } from '../../../ml/evaluation/model-metrics.ts';

const estimate = (value: number) => ({ value, low: value - 0.03, high: Math.min(1, value + 0.03) });
const beaten = {
  auc: estimate(0.74),
  aucDifference: { difference: 0.06, low: 0.01, high: 0.11 },
};

const good = ModelMetrics.parse({
  schemaVersion: 1,
  modelName: 'crisis',
  persons: 400,
  rows: 400,
  prevalence: 0.12,
  trainPersons: 1600,
  trainRows: 1600,
  features: 49,
  seed: 1,
  rowsSha256: null,
  threshold: 0.1,
  auc: estimate(0.8),
  prAuc: estimate(0.4),
  precision: estimate(0.25),
  recall: estimate(0.78),
  specificity: estimate(0.66),
  f1: estimate(0.38),
  brier: estimate(0.09),
  calibrationError: 0.02,
  confusion: { truePositives: 37, falsePositives: 120, trueNegatives: 233, falseNegatives: 10 },
  baselines: { logisticRegression: beaten, lastWeekMood: beaten },
} satisfies ModelMetrics);

describe('decideApproval', () => {
  it('approves a model that meets every condition', () => {
    expect(decideApproval(good)).toEqual({ approved: true, reasons: [] });
  });

  it('refuses an AUC of exactly 0.75', () => {
    const decision = decideApproval({ ...good, auc: estimate(0.75) });
    expect(decision.approved).toBe(false);
    expect(decision.reasons).toEqual(['It ranks people too poorly: AUC is 0.750 and must be above 0.750.']);
  });

  it('refuses a recall of exactly 0.70 and accepts a specificity of exactly 0.50', () => {
    expect(decideApproval({ ...good, recall: estimate(0.7) }).reasons).toHaveLength(1);
    expect(decideApproval({ ...good, specificity: estimate(0.5) }).approved).toBe(true);
    expect(decideApproval({ ...good, specificity: estimate(0.499) }).reasons[0]).toContain('false alarms');
  });

  it('refuses a model whose lead over a baseline may be chance', () => {
    const level = { ...beaten, aucDifference: { difference: 0.02, low: 0, high: 0.04 } };
    const decision = decideApproval({ ...good, baselines: { ...good.baselines, logisticRegression: level } });
    expect(decision.reasons).toEqual([
      'It does not clearly beat logistic regression: the AUC difference on the same rows is 0.020, ' +
        '95 % interval 0.000 to 0.040; the whole interval must lie above 0.',
    ]);
  });

  it('refuses a model that could not be compared with last week mood', () => {
    const decision = decideApproval({ ...good, baselines: { ...good.baselines, lastWeekMood: null } });
    expect(decision.reasons).toHaveLength(1);
    expect(decision.reasons[0]).toContain('mood_mean_7day');
  });

  it('gives one reason for each failed condition', () => {
    const level = { ...beaten, aucDifference: { difference: -0.1, low: -0.2, high: 0.01 } };
    const decision = decideApproval({
      ...good,
      auc: estimate(0.5),
      recall: estimate(0.1),
      specificity: estimate(0.1),
      baselines: { logisticRegression: level, lastWeekMood: level },
    });
    expect(decision.reasons).toHaveLength(5);
  });
});

describe('ModelMetrics', () => {
  it('refuses another schema version and unknown fields', () => {
    expect(ModelMetrics.safeParse({ ...good, schemaVersion: 2 }).success).toBe(false);
    expect(ModelMetrics.safeParse({ ...good, accuracy: 0.9 }).success).toBe(false);
  });
});
