import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { StreamSpec } from '../catalog-shapes.ts';
import { OperationsAlarm } from './operations-alarm.ts';
import { withPrefix } from './with-prefix.ts';

export interface StreamAlarmProps {
  readonly spec: StreamSpec;
  /** The function that the stream feeds. */
  readonly consumerName: string;
  readonly prefix: string;
  readonly topic: ITopic;
}

const oldestMinutes = 30;

/** How old the last record of a batch was when the function was given it, in milliseconds. */
export const iteratorAge = (consumerName: string): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'IteratorAge',
    dimensionsMap: { FunctionName: consumerName },
    statistic: 'Maximum',
    period: Duration.minutes(5),
  });

/** A stream whose records wait for long: its function fails again and again, or cannot keep up. */
export class StreamAlarm extends OperationsAlarm {
  constructor(scope: Construct, id: string, { spec, consumerName, prefix, topic }: StreamAlarmProps) {
    super(scope, id, {
      name: `${withPrefix(prefix, spec.name)}-iterator-age`,
      description: `Records of ${spec.name} have waited ${oldestMinutes} minutes. See "iterator-age" in docs/operate.md.`,
      metric: iteratorAge(consumerName),
      threshold: oldestMinutes * 60_000,
      topic,
    });
  }
}
