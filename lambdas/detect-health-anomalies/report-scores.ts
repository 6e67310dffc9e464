import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { MetricResult } from './health-answer.ts';

/** Counts what a call's windows came to, in numbers that say nothing of anybody: what drifts shows there. */
export const reportScores = (
  telemetry: Telemetry,
  scored: {
    readonly results: readonly Pick<MetricResult, 'severity'>[];
    readonly errorRatios: readonly number[];
  },
): void => {
  const { results, errorRatios } = scored;
  const anomalies = results.filter(({ severity }) => severity === 'anomaly').length;
  if (anomalies > 0) telemetry.count('AnomaliesDetected', anomalies);
  if (errorRatios.length === 0) return;
  telemetry.count('WindowsScored', errorRatios.length);
  telemetry.count('WindowsAboveThreshold', errorRatios.filter((ratio) => ratio > 1).length);
  const sorted = [...errorRatios].sort((a, b) => a - b);
  telemetry.measure('ReconstructionErrorRatio', sorted[Math.floor(sorted.length / 2)] ?? 0);
};
