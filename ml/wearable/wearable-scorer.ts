import type { Engine } from '../lstm/engine.ts';
import { anomalyScore, type Severity, severityOf } from './calibrated-score.ts';
import { expectedWindow } from './expected-window.ts';
import { type Explanation, explainWindow } from './explain.ts';
import type { WearableModelSettings } from './model-settings.ts';
import { denormalizeWindows, type NormalizationParams, normalizeWindows } from './normalization-params.ts';
import type { Threshold } from './threshold.ts';
import { errorsAndContributions } from './window-error.ts';

/** A trained model, ready to judge windows. */
export interface WearableModel {
  readonly engine: Engine;
  readonly settings: WearableModelSettings;
  readonly normalization: NormalizationParams;
  readonly threshold: Threshold;
}

export interface WindowScore {
  /** What the model measures, ≥ 0, no unit. */
  readonly error: number;
  /** 0 … below 1. */
  readonly score: number;
  readonly severity: Severity;
  /** Share of the error per feature, in the order of the settings' feature names. */
  readonly contributions: readonly number[];
  /** Made only where the severity is not `normal`. */
  readonly explanation: Explanation | undefined;
}

/**
 * Scores windows: standardises, reconstructs all in one engine call, measures, calibrates, explains.
 *
 * @param model - a trained model
 * @returns a function of windows in the features' own units, shape [n, steps, features], finite, n ≥ 0, and of the
 *   factor (≥ 1) by which the user's threshold is raised; it gives one score a window
 */
export const makeWearableScorer = ({ engine, settings, normalization, threshold }: WearableModel) => {
  const { featureNames } = settings;
  const windowSize = settings.stepsPerWindow * featureNames.length;
  return (windows: Float32Array, personalFactor = 1): WindowScore[] => {
    const normalized = normalizeWindows(windows, normalization);
    const reconstruction = engine.reconstruct(normalized, windows.length / windowSize);
    const measured = errorsAndContributions(normalized, reconstruction, threshold.errorModel);
    const explain = (window: number, contributions: readonly number[]) => {
      const cells = (values: Float32Array) => values.subarray(window * windowSize, (window + 1) * windowSize);
      const { errorModel } = threshold;
      const expected = expectedWindow(cells(normalized), cells(reconstruction.values), errorModel);
      return explainWindow({
        featureNames,
        observed: cells(windows),
        expected: denormalizeWindows(expected, normalization),
        contributions,
      });
    };
    return Array.from(measured.errors, (error, window) => {
      const score = anomalyScore(error, threshold, personalFactor);
      const severity = severityOf(score);
      const contributions = Array.from(
        measured.contributions.subarray(window * featureNames.length, (window + 1) * featureNames.length),
      );
      const explanation = severity === 'normal' ? undefined : explain(window, contributions);
      return { error, score, severity, contributions, explanation };
    });
  };
};
