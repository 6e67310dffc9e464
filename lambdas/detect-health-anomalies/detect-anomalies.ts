import { windowsEndingAt } from '../../ml/wearable/cut-windows.ts';
import type { WearableModelSettings } from '../../ml/wearable/model-settings.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { WearableModels } from '../shared/ports/wearable-models.ts';
import { type DetectAnswer, metricResult, type SyncAnswer, summarise } from './health-answer.ts';
import { reportScores } from './report-scores.ts';
import { ruleVerdict } from './rule-verdict.ts';
import type { DetectRequest } from './schema.ts';
import { scoreWindows } from './score-windows.ts';

/**
 * Scores rows that follow one another at the model's pace: each from the window that ends with it, by rules where
 * that window is not complete. A rejected row is a gap. Nothing is stored, since the rows name no time and nobody.
 *
 * @throws {ModelUnavailableError}
 */
export const makeDetectAnomalies =
  (deps: { models: WearableModels; telemetry: Telemetry }) =>
  async (request: DetectRequest): Promise<DetectAnswer | SyncAnswer> => {
    const model = await deps.models.current();
    const windows = windowsOf(request, model.settings);
    const found = windows.filter((window) => window !== undefined);
    const { scores, errorRatios } = scoreWindows(model, found, 1);
    const fromModel = scores.values();
    const results = request.entries.map(({ index, entry }) => {
      const score = windows[index] === undefined ? undefined : fromModel.next().value;
      const perMinute = (entry.steps * 60) / model.settings.sampleIntervalSeconds;
      const byRules = () => ruleVerdict({ ...entry, stepsPerMinute: perMinute }, 'insufficient-baseline');
      return metricResult({ index }, score ?? byRules());
    });
    const { anomalyReasons, ...summary } = summarise(results);
    reportScores(deps.telemetry, { results, errorRatios });
    const { rejected } = request;
    if (!request.overHttp) return { ...summary, message: 'Anomaly detection completed', rejected, results };
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
