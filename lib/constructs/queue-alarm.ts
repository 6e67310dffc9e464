import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { OperationsAlarm } from './operations-alarm.ts';
import { withPrefix } from './with-prefix.ts';

export interface QueueAlarmProps {
  readonly queueName: string;
  readonly prefix: string;
  readonly topic: ITopic;
}

/** How many messages wait in one queue. */
export const queueDepth = (queueName: string): Metric =>
  new Metric({
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensionsMap: { QueueName: queueName },
    statistic: 'Maximum',
    period: Duration.minutes(5),
  });

/** A dead-letter queue that is not empty. */
export class QueueAlarm extends OperationsAlarm {
  constructor(scope: Construct, id: string, props: QueueAlarmProps) {
    super(scope, id, {
      name: `${withPrefix(props.prefix, props.queueName)}-depth`,
      description: `Something waits in ${props.queueName}. See "depth" in docs/operate.md.`,
      metric: queueDepth(props.queueName),
      threshold: 1,
      topic: props.topic,
    });
  }
}
