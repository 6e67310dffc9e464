import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { EndpointAlarmSpec, EndpointSpec } from '../catalog-doors.ts';
import { OperationsAlarm } from './operations-alarm.ts';
import { pascalCase } from './pascal-case.ts';

export interface EndpointAlarmsProps {
  readonly endpoint: EndpointSpec;
  readonly topic: ITopic;
}

/** What an alarm of an endpoint watches; SageMaker measures it once the endpoint is there. */
export const endpointMetric = (
  endpoint: EndpointSpec,
  { metric, periodSeconds }: EndpointAlarmSpec,
): Metric =>
  new Metric({
    namespace: 'AWS/SageMaker',
    metricName: metric,
    dimensionsMap: { EndpointName: endpoint.name, VariantName: endpoint.variantName },
    statistic: metric === 'ModelLatency' ? 'Average' : 'Sum',
    period: Duration.seconds(periodSeconds),
  });

/** The alarms of one endpoint: people hear of them, and a rule on their state rolls the endpoint back. */
export class EndpointAlarms extends Construct {
  constructor(scope: Construct, id: string, { endpoint, topic }: EndpointAlarmsProps) {
    super(scope, id);
    for (const spec of endpoint.alarms) {
      new OperationsAlarm(this, pascalCase(spec.metric), {
        name: spec.name,
        description: spec.description,
        metric: endpointMetric(endpoint, spec),
        threshold: spec.threshold,
        topic,
      });
    }
  }
}
