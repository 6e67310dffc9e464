import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import type { LogFacts, MetricName, Telemetry } from '../ports/telemetry.ts';
import { describeError } from './describe-error.ts';
import { type SdkClient, watchRetries } from './watch-retries.ts';

/** Telemetry of one function, plus what only its handler needs. */
export interface FunctionTelemetry extends Telemetry {
  /** Runs one invocation: every log line within carries the correlation id, and metrics are flushed at its end. */
  during<Result>(correlationId: string, work: () => Promise<Result>): Promise<Result>;
  /** Traces an SDK client's calls where X-Ray is on, counts its retries, ends its own logging; the same client. */
  traced<Client extends SdkClient>(client: Client): Client;
}

/**
 * Powertools logger and metrics as one port, with metrics in the namespace `wellcast`. For functions that somebody
 * waits for: without the tracer, whose loading takes a quarter of a cold start, calls of SDK clients are no
 * segments of their own in traces; the invocation still is.
 *
 * @param functionName - the use case, such as `prepareTrainingData`
 */
export const makeLeanTelemetry = (functionName: string): FunctionTelemetry => {
  // The deployed name, prefix included, is the dimension that alarms and the dashboard ask for.
  const serviceName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? functionName;
  const logger = new Logger({ serviceName });
  const metrics = new Metrics({ namespace: 'wellcast', serviceName });
  const correlation = new AsyncLocalStorage<string>();
  const withCorrelation = (facts: LogFacts | undefined) => ({
    ...facts,
    correlationId: correlation.getStore() ?? 'none',
  });
  return {
    info: (message, facts) => logger.info(message, withCorrelation(facts)),
    warn: (message, facts) => logger.warn(message, withCorrelation(facts)),
    error: (message, error, facts) =>
      logger.error(message, { ...withCorrelation(facts), failure: describeError(error) }),
    count: (metric: MetricName, value = 1) => {
      metrics.addMetric(metric, 'Count', value);
    },
    measure: (metric: MetricName, value) => {
      metrics.addMetric(metric, 'None', value);
    },
    during: (correlationId, work) =>
      correlation.run(correlationId, async () => {
        try {
          return await work();
        } finally {
          if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
        }
      }),
    traced: (client) => {
      // It copies every answer for a logger that nobody has set, and would put people's data into one that is.
      client.middlewareStack.remove('loggerMiddleware');
      watchRetries(client, () => metrics.addMetric('RetriedCalls', 'Count', 1));
      return client;
    },
  };
};
