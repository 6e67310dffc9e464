import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import { OperationsAlarm } from './operations-alarm.ts';
import { useCaseMetric } from './use-case-metric.ts';

export interface WearableAlarmsProps {
  readonly catalog: Catalog;
  readonly prefix: string;
  readonly topic: ITopic;
  readonly apiId: string;
}

/** One of API Gateway's own metrics of the HTTP API. */
export const apiMetric = (apiId: string, metricName: 'Count' | '4xx' | '5xx'): Metric =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId: apiId },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });

/**
 * The threshold lies where a twentieth of a model's own validation windows exceed it; three times as many mean that
 * what watches send has moved away from what the model learnt.
 */
const driftPercent = 15;
/** Fewer windows in a day, some five hours of one watch, say nothing. */
const driftLeastWindows = 3_600;

/** What goes wrong between a watch and a score without a function crashing. */
export class WearableAlarms extends Construct {
  constructor(scope: Construct, id: string, props: WearableAlarmsProps) {
    super(scope, id);
    const { detectHealthAnomalies: detector } = props.catalog.functions;
    const alarm = (suffix: string, description: string) => ({
      name: `${props.prefix}-${suffix}`,
      description: `${description} See "${suffix}" in docs/operate.md.`,
      threshold: 1,
      topic: props.topic,
    });
    new OperationsAlarm(this, 'ModelUnavailable', {
      ...alarm('model-unavailable', 'Health data is stored, and nothing can score it: no model can be read.'),
      metric: useCaseMetric(detector, 'ModelUnavailable'),
    });
    new OperationsAlarm(this, 'AlertFailures', {
      ...alarm('alert-failures', 'An anomaly was found, and its alert could not be sent.'),
      metric: useCaseMetric(detector, 'AnomalyAlertFailures'),
    });
    new OperationsAlarm(this, 'ApiErrors', {
      ...alarm('api-5xx', 'The API answered with an error of ours.'),
      metric: apiMetric(props.apiId, '5xx'),
    });
    new OperationsAlarm(this, 'Drift', {
      ...alarm(
        'drift',
        `In a day, ${driftPercent} % of all windows or more lay above the model's threshold.`,
      ),
      metric: new MathExpression({
        expression: `IF(scored >= ${driftLeastWindows}, 100 * above / scored, 0)`,
        label: 'Windows above the threshold (%)',
        period: Duration.days(1),
        usingMetrics: {
          above: useCaseMetric(detector, 'WindowsAboveThreshold'),
          scored: useCaseMetric(detector, 'WindowsScored'),
        },
      }),
      threshold: driftPercent,
    });
  }
}
