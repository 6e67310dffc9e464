import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Catalog, WorkflowSpec } from '../catalog-shapes.ts';
import { OperationsAlarm } from './operations-alarm.ts';
import { useCaseMetric } from './use-case-metric.ts';
import { workflowArn } from './workflow-arn.ts';

export interface PipelineAlarmsProps {
  readonly catalog: Catalog;
  readonly prefix: string;
  readonly topic: ITopic;
}

export type ExecutionMetricName =
  | 'ExecutionsStarted'
  | 'ExecutionsSucceeded'
  | 'ExecutionsFailed'
  | 'ExecutionsTimedOut'
  | 'ExecutionsAborted'
  | 'ExecutionThrottled'
  | 'ExecutionTime';

/** One of Step Functions' own metrics of one workflow. */
export const executionMetric = (spec: WorkflowSpec, metricName: ExecutionMetricName): Metric =>
  new Metric({
    namespace: 'AWS/States',
    metricName,
    dimensionsMap: { StateMachineArn: workflowArn(spec) },
    statistic: metricName === 'ExecutionTime' ? 'Maximum' : 'Sum',
    period: Duration.minutes(5),
  });

/** Half of what a request allows by default before its run fails. */
const failedPercent = 5;
/** A quarter of a run's time limit; a million people take a fraction of it (docs/scale.md). */
const ageSeconds = 6 * 3_600;

/** What people failed by, of those whom the last runs considered, in percent. */
export const failedShare = ({ functions }: Catalog): MathExpression =>
  new MathExpression({
    expression: 'IF(considered > 0, 100 * failed / considered, 0)',
    label: 'Users failed (%)',
    period: Duration.minutes(5),
    usingMetrics: {
      failed: useCaseMetric(functions.planTrainingParts, 'UsersFailed'),
      considered: useCaseMetric(functions.planTrainingParts, 'UsersConsidered'),
    },
  });

/** How long the run has been going on that a child last told of. */
export const pipelineAge = ({ functions }: Catalog): Metric =>
  useCaseMetric(functions.extractTrainingShard, 'PipelineAgeSeconds').with({ statistic: 'Maximum' });

/** A run of the training pipeline that fails, loses people, takes too long or is held back. */
export class PipelineAlarms extends Construct {
  constructor(scope: Construct, id: string, props: PipelineAlarmsProps) {
    super(scope, id);
    const { catalog, prefix, topic } = props;
    const { trainingPipeline } = catalog.workflows;
    const alarm = (suffix: string, description: string) => ({
      name: `${prefix}-${suffix}`,
      description: `${description} See "${suffix}" in docs/operate.md.`,
      threshold: 1,
      topic,
    });
    new OperationsAlarm(this, 'Failed', {
      ...alarm('pipeline-failed', 'A run of the training pipeline failed, was stopped or ran out of time.'),
      metric: new MathExpression({
        expression: 'failed + timedOut + aborted',
        label: 'Runs that did not succeed',
        period: Duration.minutes(5),
        usingMetrics: {
          failed: executionMetric(trainingPipeline, 'ExecutionsFailed'),
          timedOut: executionMetric(trainingPipeline, 'ExecutionsTimedOut'),
          aborted: executionMetric(trainingPipeline, 'ExecutionsAborted'),
        },
      }),
    });
    new OperationsAlarm(this, 'FailedShare', {
      ...alarm('pipeline-failed-share', `${failedPercent} % or more of the people of a run gave no row.`),
      metric: failedShare(catalog),
      threshold: failedPercent,
    });
    new OperationsAlarm(this, 'Age', {
      ...alarm('pipeline-age', `A run has been going on for ${ageSeconds / 3_600} hours.`),
      metric: pipelineAge(catalog),
      threshold: ageSeconds,
    });
    new OperationsAlarm(this, 'Throttled', {
      ...alarm('pipeline-throttled', 'Step Functions held back state transitions of the training pipeline.'),
      metric: executionMetric(trainingPipeline, 'ExecutionThrottled'),
    });
  }
}
