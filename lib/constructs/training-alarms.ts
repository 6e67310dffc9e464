import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import { OperationsAlarm } from './operations-alarm.ts';
import { useCaseMetric } from './use-case-metric.ts';

export interface TrainingAlarmsProps {
  readonly catalog: Catalog;
  readonly prefix: string;
  readonly topic: ITopic;
}

/** Failures that no crash shows: a function that ends well and says that the work did not. */
export class TrainingAlarms extends Construct {
  constructor(scope: Construct, id: string, props: TrainingAlarmsProps) {
    super(scope, id);
    const { prepareTrainingData, recordTrainingJobState } = props.catalog.functions;
    const alarm = (suffix: string, description: string) => ({
      name: `${props.prefix}-${suffix}`,
      description: `${description} See "${suffix}" in docs/operate.md.`,
      threshold: 1,
      topic: props.topic,
    });
    new OperationsAlarm(this, 'PrepareFailed', {
      ...alarm('prepare-failed', 'Preparing training data answered with a 500.'),
      metric: useCaseMetric(prepareTrainingData, 'FailedRequests'),
    });
    new OperationsAlarm(this, 'PrepareRefused', {
      ...alarm('prepare-refused', 'Preparing training data answered with a 400; nothing was written.'),
      metric: useCaseMetric(prepareTrainingData, 'RefusedRequests'),
    });
    new OperationsAlarm(this, 'TriggerFailed', {
      ...alarm('trigger-failed', 'A dataset is ready and no training job could be started on it.'),
      metric: useCaseMetric(prepareTrainingData, 'TrainingTriggerFailures'),
    });
    new OperationsAlarm(this, 'TrainingJobFailed', {
      ...alarm('training-job-failed', 'A training job failed; a message of its own says which and why.'),
      metric: useCaseMetric(recordTrainingJobState, 'TrainingJobsFailed'),
    });
  }
}
