import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface OperationsAlarmProps {
  /** Begins with the prefix: the topic takes messages from such alarms only. */
  readonly name: string;
  readonly description: string;
  readonly metric: IMetric;
  /** The alarm goes off at this value and above. */
  readonly threshold: number;
  readonly topic: ITopic;
}

/** An alarm that tells people at once; nothing measured means nothing wrong. */
export class OperationsAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: OperationsAlarmProps) {
    super(scope, id, {
      alarmName: props.name,
      alarmDescription: props.description,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(props.topic));
  }
}
