import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { OperationsAlarm } from './operations-alarm.ts';
import { apiMetric } from './wearable-alarms.ts';

export interface PreparationAlarmsProps {
  readonly prefix: string;
  readonly topic: ITopic;
  /** Of the data preparation service's HTTP API. */
  readonly apiId: string;
}

/** What goes wrong in the data preparation service without a function crashing. */
export class PreparationAlarms extends Construct {
  constructor(scope: Construct, id: string, { prefix, topic, apiId }: PreparationAlarmsProps) {
    super(scope, id);
    new OperationsAlarm(this, 'ApiErrors', {
      name: `${prefix}-preparation-api-5xx`,
      description:
        'The data preparation API answered with an error of ours. See "preparation-api-5xx" in docs/operate.md.',
      metric: apiMetric(apiId, '5xx'),
      threshold: 1,
      topic,
    });
  }
}
