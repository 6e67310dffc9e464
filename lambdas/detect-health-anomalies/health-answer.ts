import { anomalousScore, type Severity, severityOf } from '../../ml/wearable/calibrated-score.ts';
import type { SampleScore } from '../shared/ports/health-metrics.ts';
import type { Rejection } from './schema.ts';

/** How one metric was judged. */
export interface MetricResult {
  /** Where it stood in the request. */
  readonly index: number;
  /** Absent for rows without a time. */
  readonly timestamp?: number;
  readonly anomalyScore: number;
  readonly severity: Severity;
  readonly source: 'model' | 'rules';
  readonly reasons: readonly string[];
  readonly contributions: Readonly<Record<string, number>>;
}

/** What the Wear app is answered: synced only when `success` is true. */
export interface SyncAnswer {
  readonly success: boolean;
  readonly message: string;
  readonly anomalyDetected: boolean;
  /** The highest of the batch, 0 … below 1. */
  readonly anomalyScore: number;
  readonly anomalyReasons: readonly string[];
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly Rejection[];
  readonly results: readonly MetricResult[];
}

/** What the seed's form is answered. */
export type DetectAnswer = Pick<
  SyncAnswer,
  'anomalyDetected' | 'anomalyScore' | 'message' | 'rejected' | 'results'
>;

const maxReasons = 5;

export const metricResult = (
  metric: { readonly index: number; readonly timestamp?: number },
  { anomalyScore, source, reasons, contributions }: SampleScore,
): MetricResult => ({
  ...metric,
  anomalyScore,
  severity: severityOf(anomalyScore),
  source,
  reasons,
  contributions,
});

/** What a batch comes to: its highest score, and what was said of the anomalies in it, the highest first. */
export const summarise = (results: readonly MetricResult[]) => {
  const highestFirst = results.toSorted((a, b) => b.anomalyScore - a.anomalyScore);
  const anomalies = highestFirst.filter(({ severity }) => severity === 'anomaly');
  const anomalyScore = highestFirst[0]?.anomalyScore ?? 0;
  return {
    anomalyDetected: anomalyScore >= anomalousScore,
    anomalyScore,
    anomalyReasons: [...new Set(anomalies.flatMap(({ reasons }) => reasons))].slice(0, maxReasons),
  };
};
