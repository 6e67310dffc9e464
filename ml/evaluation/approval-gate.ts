import type { BaselineMetrics, ModelMetrics } from './model-metrics.ts';

/** What a model must exceed before anyone may use it. */
export const approvalLimits = { aucAbove: 0.75, recallAbove: 0.7, specificityAtLeast: 0.5 } as const;

export interface ApprovalDecision {
  readonly approved: boolean;
  /** One sentence for each condition that failed; empty when approved. */
  readonly reasons: readonly string[];
}

const shown = (figure: number) => figure.toFixed(3);

const baselineReason = (name: string, baseline: BaselineMetrics | null): string | undefined => {
  if (baseline === null) {
    return `It could not be compared with ${name}, because the data has no column mood_mean_7day.`;
  }
  const { difference, low, high } = baseline.aucDifference;
  if (low > 0) return undefined;
  return (
    `It does not clearly beat ${name}: the AUC difference on the same rows is ${shown(difference)}, ` +
    `95 % interval ${shown(low)} to ${shown(high)}; the whole interval must lie above 0.`
  );
};

/**
 * Whether a model may be used: AUC > 0.75, recall > 0.70 with specificity ≥ 0.50 at the operating threshold,
 * and better than each baseline on the same rows (lower bound of the paired-bootstrap interval above 0).
 *
 * A baseline that could not be computed counts as not beaten: approval needs evidence, and its absence is none.
 *
 * @param metrics - of one model on its validation persons
 */
export const decideApproval = (metrics: ModelMetrics): ApprovalDecision => {
  const { auc, recall, specificity, baselines } = metrics;
  const reasons = [
    auc.value > approvalLimits.aucAbove
      ? undefined
      : `It ranks people too poorly: AUC is ${shown(auc.value)} and must be above 0.750.`,
    recall.value > approvalLimits.recallAbove
      ? undefined
      : `It misses too many people: recall is ${shown(recall.value)} and must be above 0.700.`,
    specificity.value >= approvalLimits.specificityAtLeast
      ? undefined
      : `It raises too many false alarms: specificity is ${shown(specificity.value)} and must be at least 0.500.`,
    baselineReason('logistic regression', baselines.logisticRegression),
    baselineReason("last week's mood alone", baselines.lastWeekMood),
  ].filter((reason) => reason !== undefined);
  return { approved: reasons.length === 0, reasons };
};
