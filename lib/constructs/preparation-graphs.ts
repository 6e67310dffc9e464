import { Duration } from 'aws-cdk-lib';
import { GraphWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionSpec } from '../catalog-shapes.ts';
import { useCaseMetric } from './use-case-metric.ts';
import { apiMetric } from './wearable-alarms.ts';

/** US dollars of one gigabyte-second on arm64, and of one request (list prices of us-east-1, November 2026). */
const gigabyteSecondUsd = 0.0000133334;
const requestUsd = 0.0000002;

/** A series for each operation of a function, whichever there are. */
const perOperation = (spec: FunctionSpec, metricName: string, statistic: string): string =>
  `SEARCH('{wellcast,service,operation} MetricName="${metricName}" service="${spec.name}"', '${statistic}', 300)`;

const graph = (title: string, expression: string) =>
  new GraphWidget({
    title,
    left: [new MathExpression({ expression, label: '', period: Duration.minutes(5), usingMetrics: {} })],
    width: 8,
    height: 6,
  });

/**
 * How the data preparation service does, operation by operation: how long, what fails, what it costs.
 *
 * @param spec - the function behind the API
 * @param apiId - of its HTTP API
 */
export const preparationGraphs = (spec: FunctionSpec, apiId: string): GraphWidget[] => {
  const perMs = (spec.memoryMb / 1024) * (gigabyteSecondUsd / 1000);
  const latency = (statistic: string) => perOperation(spec, 'OperationLatency', statistic);
  return [
    graph('Latency of operations, p95 (ms)', latency('p95')),
    graph('Operations that failed', perOperation(spec, 'OperationErrors', 'Sum')),
    graph('Rows worked on', perOperation(spec, 'OperationRows', 'Sum')),
    graph(
      'Cost of operations (US dollars)',
      `${latency('Sum')} * ${perMs.toPrecision(6)} + ${latency('SampleCount')} * ${requestUsd}`,
    ),
    new GraphWidget({
      title: 'Features from the cache, and computed',
      left: [useCaseMetric(spec, 'FeatureCacheHits'), useCaseMetric(spec, 'FeatureCacheMisses')],
      width: 8,
      height: 6,
    }),
    new GraphWidget({
      title: 'The preparation API',
      left: [apiMetric(apiId, 'Count'), apiMetric(apiId, '4xx'), apiMetric(apiId, '5xx')],
      width: 8,
      height: 6,
    }),
  ];
};
