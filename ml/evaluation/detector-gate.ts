import type { ApprovalDecision } from './approval-gate.ts';
import type { DetectorMetrics } from './detector-metrics.ts';

/** What a detector must reach before it may raise an alarm. */
export const detectorLimits = { aucAbove: 0.75, falsePositiveRateBelow: 0.15 } as const;

/** How a baseline is called in a sentence. */
const baselineTitles: Readonly<Record<string, string>> = {
  personalZScore: "the person's own z-score",
  pca: 'reconstruction by principal components',
  nearestNeighbour: 'the distance to the nearest neighbour',
};

const shown = (figure: number) => figure.toFixed(3);

/**
 * Whether a detector may be used: measured on labelled windows that took no part in its training, AUC > 0.75, fewer
 * than 15 % of normal windows above its threshold, and ahead of every baseline on the same windows (AUC difference
 * above 0). Whether a lead could be chance is said, and decides nothing: a detector that is no worse and says
 * which signal it was is preferred, but one that loses is not approved.
 *
 * @param metrics - of one detector
 */
export const decideDetectorApproval = ({ test }: DetectorMetrics): ApprovalDecision => {
  if (test === null) {
    return {
      approved: false,
      reasons: [
        'It was not measured on labelled windows: train it with test data, in which anomalies are labelled.',
      ],
    };
  }
  const reasons: string[] = [];
  if (test.auc.value <= detectorLimits.aucAbove) {
    reasons.push(`It ranks windows too poorly: AUC is ${shown(test.auc.value)} and must be above 0.750.`);
  }
  if (test.falsePositiveRate.value >= detectorLimits.falsePositiveRateBelow) {
    reasons.push(
      `It calls too many normal windows unusual: ${shown(test.falsePositiveRate.value)} of them, and fewer than 0.150 may be.`,
    );
  }
  for (const [name, { auc, aucDifference }] of Object.entries(test.baselines)) {
    if (aucDifference.difference > 0) continue;
    reasons.push(
      `It loses to ${baselineTitles[name] ?? name}, whose AUC on the same windows is ${shown(auc.value)}: ` +
        `difference ${shown(aucDifference.difference)}, 95 % interval ${shown(aucDifference.low)} to ${shown(aucDifference.high)}.`,
    );
  }
  return { approved: reasons.length === 0, reasons };
};
