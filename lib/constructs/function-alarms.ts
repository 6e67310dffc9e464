import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { FunctionSpec } from '../catalog-shapes.ts';
import { OperationsAlarm } from './operations-alarm.ts';
import { withPrefix } from './with-prefix.ts';

export interface FunctionAlarmsProps {
  readonly spec: FunctionSpec;
  readonly prefix: string;
  readonly topic: ITopic;
}

export type FunctionMetricName = 'Invocations' | 'Errors' | 'Throttles' | 'Duration';

/** One of Lambda's own metrics of one function. */
export const functionMetric = (spec: FunctionSpec, metricName: FunctionMetricName): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: spec.name },
    statistic: metricName === 'Duration' ? 'Maximum' : 'Sum',
    period: Duration.minutes(5),
  });

/** A function that fails, is throttled, or comes within a tenth of its timeout. */
export class FunctionAlarms extends Construct {
  constructor(scope: Construct, id: string, props: FunctionAlarmsProps) {
    super(scope, id);
    const { spec, topic } = props;
    const named = withPrefix(props.prefix, spec.name);
    new OperationsAlarm(this, 'Errors', {
      name: `${named}-errors`,
      description: `${spec.name} crashed or timed out. See "errors" in docs/operate.md.`,
      metric: functionMetric(spec, 'Errors'),
      threshold: 1,
      topic,
    });
    new OperationsAlarm(this, 'Throttles', {
      name: `${named}-throttles`,
      description: `${spec.name} was throttled. See "throttles" in docs/operate.md.`,
      metric: functionMetric(spec, 'Throttles'),
      threshold: 1,
      topic,
    });
    new OperationsAlarm(this, 'Duration', {
      name: `${named}-duration`,
      description: `${spec.name} used over 90 % of its ${spec.timeoutSeconds} s. See "duration" in docs/operate.md.`,
      metric: functionMetric(spec, 'Duration'),
      threshold: spec.timeoutSeconds * 1000 * 0.9,
      topic,
    });
  }
}
