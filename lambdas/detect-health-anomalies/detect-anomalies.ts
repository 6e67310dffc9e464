import { windowsEndingAt } from '../../ml/wearable/cut-windows.ts';
import { defaultModelSettings, type WearableModelSettings } from '../../ml/wearable/model-settings.ts';
import type { Profiles } from '../shared/ports/profiles.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { LiveModel, WearableModels } from '../shared/ports/wearable-models.ts';
import { chooseJudge } from './choose-judge.ts';
import { type DetectAnswer, metricResult, type SyncAnswer, summarise } from './health-answer.ts';
import { reportScores } from './report-scores.ts';
import { ruleVerdict } from './rule-verdict.ts';
import type { DetectRequest } from './schema.ts';
import { type ScoredWindows, scoreWindows } from './score-windows.ts';

/**
 * Scores rows that follow one another at the model's pace: each from the window that ends with it, by rules where
 * that window is not complete, or its sender has opted out. A rejected row is a gap. Nothing is stored, since the rows name no time and nobody.
 *
 * @throws {ModelUnavailableError}
 */
export const makeDetectAnomalies =
  (deps: { models: WearableModels; profiles: Profiles; telemetry: Telemetry }) =>
  async (request: DetectRequest): Promise<DetectAnswer | SyncAnswer> => {
    const model = await modelFor(deps, request.userId);
    const settings = model?.settings ?? defaultModelSettings;
    const windows = model === undefined ? [] : windowsOf(request, settings);
    const found = windows.filter((window) => window !== undefined);
    const { scores, errorRatios } = model === undefined ? noScores : scoreWindows(model, found, 1);
    const why = model === undefined ? 'opted-out' : 'insufficient-baseline';
    const fromModel = scores.values();
    const results = request.entries.map(({ index, entry }) => {
      const score = windows[index] === undefined ? undefined : fromModel.next().value;
      const perMinute = (entry.steps * 60) / settings.sampleIntervalSeconds;
      const byRules = () => ruleVerdict({ ...entry, stepsPerMinute: perMinute }, why);
      return metricResult({ index }, score ?? byRules());
    });
    const { anomalyReasons, ...summary } = summarise(results);
    reportScores(deps.telemetry, { results, errorRatios });
    const { rejected } = request;
    if (request.userId === undefined)
      return { ...summary, message: 'Anomaly detection completed', rejected, results };
    return {
      success: true,
      message: 'Anomaly detection completed; rows without a time and a device are not stored',
      ...summary,
      anomalyReasons,
      accepted: results.length,
      duplicates: 0,
      rejected,
      results,
    };
  };

const noScores: ScoredWindows = { scores: [], errorRatios: [] };

/** None for a person who keeps their data out of machine learning. What is invoked directly names no person. */
const modelFor = async (
  deps: { models: WearableModels; profiles: Profiles },
  userId: string | undefined,
): Promise<LiveModel | undefined> => {
  if (userId === undefined) return deps.models.current();
  const { judge } = await chooseJudge(deps, userId);
  if (judge.kind === 'nobody') throw judge.problem;
  return judge.model;
};

/** The window that ends with each row of the request, by its index. */
const windowsOf = (
  { entries, rejected }: DetectRequest,
  settings: WearableModelSettings,
): (Float32Array | undefined)[] => {
  const { featureNames, sampleIntervalSeconds } = settings;
  const rows = entries.length + rejected.length;
  const values = new Float32Array(rows * featureNames.length).fill(Number.NaN);
  for (const { index, entry } of entries) {
    const named = new Map<string, number>(Object.entries(entry));
    values.set(
      featureNames.map((name) => named.get(name) ?? Number.NaN),
      index * featureNames.length,
    );
  }
  const timestampsMs = Float64Array.from({ length: rows }, (_, row) => row * sampleIntervalSeconds * 1000);
  return windowsEndingAt({ timestampsMs, values }, settings);
};
