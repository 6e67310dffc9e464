import { makeWearableScorer } from '../../ml/wearable/wearable-scorer.ts';
import type { SampleScore } from '../shared/ports/health-metrics.ts';
import type { LiveModel } from '../shared/ports/wearable-models.ts';

export interface ScoredWindows {
  readonly scores: readonly SampleScore[];
  /** Each window's error as a share of the model's threshold. */
  readonly errorRatios: readonly number[];
}

/**
 * The model's scores of windows, all in one engine call.
 *
 * @param windows - features in their own units, each of shape [steps, features]
 * @param personalFactor - by how much this person's threshold is raised, ≥ 1
 */
export const scoreWindows = (
  model: LiveModel,
  windows: readonly Float32Array[],
  personalFactor: number,
): ScoredWindows => {
  if (windows.length === 0) return { scores: [], errorRatios: [] };
  const size = model.settings.stepsPerWindow * model.settings.featureNames.length;
  const together = new Float32Array(windows.length * size);
  for (const [index, window] of windows.entries()) together.set(window, index * size);
  const judged = makeWearableScorer(model)(together, personalFactor);
  const scores = judged.map(({ score, explanation, contributions }) => ({
    anomalyScore: score,
    source: 'model' as const,
    reasons: explanation === undefined ? [] : [explanation.sentence],
    contributions: explanation === undefined ? {} : sharesByName(model, contributions),
    modelVersion: model.version,
  }));
  return { scores, errorRatios: judged.map(({ error }) => error / model.threshold.threshold) };
};

const sharesByName = ({ settings }: LiveModel, shares: readonly number[]): Record<string, number> =>
  Object.fromEntries(
    settings.featureNames.map((name, feature) => [name, Math.round((shares[feature] ?? 0) * 1e4) / 1e4]),
  );
