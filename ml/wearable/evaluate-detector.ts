import { type BootstrapOptions, bootstrapEstimate } from '../evaluation/bootstrap-estimate.ts';
import { type Confusion, confusion } from '../evaluation/confusion.ts';
import type { DetectorTest } from '../evaluation/detector-metrics.ts';
import { f1Score } from '../evaluation/f1-score.ts';
import { pairedAucDifference } from '../evaluation/paired-auc-difference.ts';
import { rankedPrAuc } from '../evaluation/pr-auc.ts';
import { precision } from '../evaluation/precision.ts';
import { rankScores } from '../evaluation/ranking.ts';
import { recall } from '../evaluation/recall.ts';
import { rankedRocAuc } from '../evaluation/roc-auc.ts';
import { specificity } from '../evaluation/specificity.ts';
import { InsufficientDataError } from '../insufficient-data-error.ts';
import type { ScoredWindows } from './evaluate-kinds.ts';
import { normalLabel } from './windows.ts';

/** What the detectors that a network must beat say of the same windows, by name. */
export type BaselineScores = Readonly<Record<string, ArrayLike<number>>>;

/**
 * What a detector is worth on labelled windows that took no part in its training, each figure with its 95 %
 * interval, persons resampled.
 *
 * @param scored - windows, errors, and the model's threshold
 * @param baselines - of the same windows
 * @param options - number of resamples and source of chance
 * @throws {InsufficientDataError} when all windows are of one class
 */
export const evaluateDetector = (
  scored: ScoredWindows,
  baselines: BaselineScores,
  options: BootstrapOptions,
): DetectorTest => {
  const { windows, scores, threshold } = scored;
  const labels = Uint8Array.from(windows.labels, (label) => (label === normalLabel ? 0 : 1));
  const anomalousWindows = labels.reduce((sum, label) => sum + label, 0);
  if (anomalousWindows === 0 || anomalousWindows === windows.count) {
    throw new InsufficientDataError(
      'A detector is judged on normal and on anomalous windows; one kind is missing.',
      {
        windows: windows.count,
        anomalousWindows,
      },
    );
  }
  const rows = { persons: windows.users, weights: new Float64Array(windows.count).fill(1) };
  const estimate = (statistic: (weights: ArrayLike<number>) => number) =>
    bootstrapEstimate(rows, statistic, options);
  const atThreshold = (share: (counts: Confusion) => number) =>
    estimate((weights) => share(confusion({ labels, probabilities: scores, weights }, threshold)));
  const ranking = rankScores(labels, scores);
  return {
    windows: windows.count,
    anomalousWindows,
    users: new Set(windows.users).size,
    auc: estimate((weights) => rankedRocAuc(ranking, weights)),
    prAuc: estimate((weights) => rankedPrAuc(ranking, weights)),
    precision: atThreshold(precision),
    recall: atThreshold(recall),
    f1: atThreshold(f1Score),
    falsePositiveRate: atThreshold((counts) => 1 - specificity(counts)),
    baselines: Object.fromEntries(
      Object.entries(baselines).map(([name, baselineScores]) => {
        const ranked = rankScores(labels, baselineScores);
        const auc = estimate((weights) => rankedRocAuc(ranked, weights));
        return [
          name,
          { auc, aucDifference: pairedAucDifference({ ...rows, labels, scores, baselineScores }, options) },
        ];
      }),
    ),
  };
};
