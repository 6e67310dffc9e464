import type { LogFacts, MetricName, Telemetry } from '../../../lambdas/shared/ports/telemetry.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts?: LogFacts | undefined;
  readonly error?: unknown;
}

/** Keeps what a use case reports, so that tests can look at it. */
export const recordingTelemetry = () => {
  const lines: LogLine[] = [];
  const counts = new Map<MetricName, number>();
  const telemetry: Telemetry = {
    info: (message, facts) => lines.push({ level: 'info', message, facts }),
    warn: (message, facts) => lines.push({ level: 'warn', message, facts }),
    error: (message, error, facts) => lines.push({ level: 'error', message, facts, error }),
    count: (metric, value = 1) => counts.set(metric, (counts.get(metric) ?? 0) + value),
    measure: (metric, value) => counts.set(metric, value),
  };
  return { telemetry, lines, counts };
};
