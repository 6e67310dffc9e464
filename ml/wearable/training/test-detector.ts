import type { BootstrapOptions } from '../../evaluation/bootstrap-estimate.ts';
import type { DetectorTest } from '../../evaluation/detector-metrics.ts';
import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { fitNearestNeighbourBaseline } from '../baselines/nearest-neighbour-baseline.ts';
import { fitPcaBaseline } from '../baselines/pca-baseline.ts';
import { fitZScoreBaseline } from '../baselines/z-score-baseline.ts';
import { evaluateDetector } from '../evaluate-detector.ts';
import type { SamplesByUser } from '../labelled-sample.ts';
import type { WearableModelSettings } from '../model-settings.ts';
import { normalizeWindows } from '../normalization-params.ts';
import type { WearableModel } from '../wearable-scorer.ts';
import { windowErrors } from '../window-error.ts';
import { joinWindows, normalWindows, selectWindows, type Windows } from '../windows.ts';
import { windowsOfUsers } from '../windows-of-users.ts';

/** What a test came to, and the errors of its anomalous windows for a picture. */
export interface TestedDetector {
  readonly test: DetectorTest;
  readonly anomalousErrors: Float64Array;
}

/**
 * Refuses samples that a detector could not be measured on, before it is trained for a quarter of an hour.
 *
 * @throws {InsufficientDataError} when they make windows of one kind only, or none
 */
export const requireBothKinds = (test: SamplesByUser, settings: WearableModelSettings): void => {
  const windows = windowsOfUsers(test, settings);
  const normal = normalWindows(windows).length;
  if (normal > 0 && normal < windows.count) return;
  throw new InsufficientDataError(
    `A detector is judged on normal and on anomalous windows; of the ${windows.count} in the test data ${normal} are normal.`,
    { windows: windows.count, normal },
  );
};

/**
 * Measures a detector on labelled samples, beside a personal z-score, PCA and nearest neighbours. The z-score may
 * look at each person's normal windows of the test too, since a watch gets to know its wearer.
 *
 * @param model - trained
 * @param train - normal windows that it was trained on
 * @param test - samples that took no part in training
 * @param bootstrap - resamples of persons
 * @throws {InsufficientDataError} when the test has windows of one class only
 */
export const testDetector = (
  model: WearableModel,
  { train, test }: { readonly train: Windows; readonly test: SamplesByUser },
  bootstrap: BootstrapOptions,
): TestedDetector => {
  const { engine, settings, normalization, threshold } = model;
  const windows = windowsOfUsers(test, settings);
  const normalized = normalizeWindows(windows.values, normalization);
  const reconstruction = engine.reconstruct(normalized, windows.count);
  const scores = windowErrors(normalized, reconstruction, threshold.errorModel);
  const normal = normalWindows(windows);
  const history = joinWindows([train, selectWindows(windows, normal)]);
  const baselines = [
    fitZScoreBaseline(history, settings.featureNames.length),
    fitPcaBaseline(train, normalization, engine.encodingDim),
    fitNearestNeighbourBaseline(train, normalization),
  ].map((baseline) => [baseline.name, baseline.scores(windows)] as const);
  const isNormal = new Set(normal);
  return {
    test: evaluateDetector(
      { windows, scores, threshold: threshold.threshold },
      Object.fromEntries(baselines),
      bootstrap,
    ),
    anomalousErrors: scores.filter((_, window) => !isNormal.has(window)),
  };
};
