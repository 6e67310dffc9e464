import { Metrics } from '@aws-lambda-powertools/metrics';
import type { OperationMetrics } from '../ports/operation-metrics.ts';

/**
 * Metrics of each operation by Powertools, with the function and the operation as dimensions: `OperationLatency` in
 * milliseconds, `OperationErrors` where one failed, `OperationRows` where it worked on any. What an operation costs follows from its latency.
 *
 * @param functionName - the use case, such as `serveDataPreparation`
 */
export const makeOperationMetrics = (functionName: string): OperationMetrics => {
  const serviceName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? functionName;
  return {
    record: (operation, { latencyMs, hasFailed, rows }) => {
      const metrics = new Metrics({
        namespace: 'wellcast',
        serviceName,
        defaultDimensions: { operation },
      });
      metrics.addMetric('OperationLatency', 'Milliseconds', latencyMs);
      if (hasFailed) metrics.addMetric('OperationErrors', 'Count', 1);
      if (rows !== undefined) metrics.addMetric('OperationRows', 'Count', rows);
      metrics.publishStoredMetrics();
    },
  };
};
