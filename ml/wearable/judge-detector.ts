import type { BootstrapOptions } from '../evaluation/bootstrap-estimate.ts';
import type { DetectorTest } from '../evaluation/detector-metrics.ts';
import type { Baseline, BaselineName } from './baselines/baseline.ts';
import { comparePersons, type PersonComparison } from './compare-persons.ts';
import { evaluateDetector } from './evaluate-detector.ts';
import { evaluateKinds, type KindFigures } from './evaluate-kinds.ts';
import { normalizeWindows } from './normalization-params.ts';
import { reconstructAll } from './reconstruct-all.ts';
import type { WearableModel } from './wearable-scorer.ts';
import { windowErrors } from './window-error.ts';
import { normalLabel, type Windows } from './windows.ts';

/** Everything that is known of a detector on labelled windows. */
export interface DetectorJudgement {
  /** At the threshold: from where a window is no longer called normal. */
  readonly test: DetectorTest;
  readonly kinds: readonly KindFigures[];
  /** Shares of the anomalous and of the normal windows that raise an alert: an error from the 99.5th percentile on. */
  readonly alerts: { readonly recall: number; readonly falsePositiveRate: number };
  /** The mean of each person's own AUC beside that of each baseline. */
  readonly persons: Readonly<Partial<Record<BaselineName, PersonComparison>>>;
}

const shareFrom = (errors: Float64Array, least: number, isCounted: (window: number) => boolean): number => {
  const counted = errors.filter((_, window) => isCounted(window));
  return counted.filter((error) => error >= least).length / Math.max(1, counted.length);
};

/**
 * Judges a model on labelled windows beside what it must beat, on the same windows.
 *
 * @param model - trained on other windows
 * @param judged - the labelled windows, each user's ascending in time, and the baselines
 * @param bootstrap - resamples of persons
 * @throws {InsufficientDataError} when all windows are of one class
 */
export const judgeDetector = (
  { engine, normalization, threshold }: WearableModel,
  { windows, baselines }: { readonly windows: Windows; readonly baselines: readonly Baseline[] },
  bootstrap: BootstrapOptions,
): DetectorJudgement => {
  const normalized = normalizeWindows(windows.values, normalization);
  const scores = windowErrors(normalized, reconstructAll(engine, normalized), threshold.errorModel);
  const scored = { windows, scores, threshold: threshold.threshold };
  const theirs = baselines.map(({ name, scores: score }) => [name, score(windows)] as const);
  const isNormal = (window: number) => windows.labels[window] === normalLabel;
  return {
    test: evaluateDetector(scored, Object.fromEntries(theirs), bootstrap),
    kinds: evaluateKinds(scored),
    alerts: {
      recall: shareFrom(scores, threshold.q995, (window) => !isNormal(window)),
      falsePositiveRate: shareFrom(scores, threshold.q995, isNormal),
    },
    persons: Object.fromEntries(
      theirs.map(([name, baselineScores]) => [name, comparePersons(scored, baselineScores, bootstrap)]),
    ),
  };
};
