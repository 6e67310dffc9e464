import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { deadLetterQueueNames } from '../constructs/dead-letter-queue-names.ts';
import { FunctionAlarms } from '../constructs/function-alarms.ts';
import { MonthlyBudget } from '../constructs/monthly-budget.ts';
import { OperationsDashboard } from '../constructs/operations-dashboard.ts';
import { PipelineAlarms } from '../constructs/pipeline-alarms.ts';
import { PreparationAlarms } from '../constructs/preparation-alarms.ts';
import { QueueAlarm } from '../constructs/queue-alarm.ts';
import { StreamAlarm } from '../constructs/stream-alarm.ts';
import { TrainingAlarms } from '../constructs/training-alarms.ts';
import { WearableAlarms } from '../constructs/wearable-alarms.ts';
import { withPrefix } from '../constructs/with-prefix.ts';

export interface ObservabilityStackProps extends StackProps {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly topic: ITopic;
  /** Of the HTTP API that watches call. */
  readonly apiId: string;
  /** Of the data preparation service's. */
  readonly preparationApiId: string;
}

/** What people look at and are woken by. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    super(scope, id, props);
    const { config, catalog, topic } = props;
    const queueNames = deadLetterQueueNames(catalog);
    for (const [functionId, spec] of Object.entries(catalog.functions)) {
      new FunctionAlarms(this, functionId, { spec, prefix: config.prefix, topic });
    }
    for (const queueName of queueNames) {
      // Without the prefix, so that the id does not change with it.
      const id = withPrefix(config.prefix, queueName).slice(config.prefix.length + 1);
      new QueueAlarm(this, id, { queueName, prefix: config.prefix, topic });
    }
    for (const [streamId, spec] of Object.entries(catalog.streams)) {
      const consumerName = catalog.functions[spec.consumer].name;
      new StreamAlarm(this, streamId, { spec, consumerName, prefix: config.prefix, topic });
    }
    new TrainingAlarms(this, 'Training', { catalog, prefix: config.prefix, topic });
    new PipelineAlarms(this, 'Pipeline', { catalog, prefix: config.prefix, topic });
    new WearableAlarms(this, 'Wearables', { catalog, prefix: config.prefix, topic, apiId: props.apiId });
    const { preparationApiId } = props;
    new PreparationAlarms(this, 'Preparation', { prefix: config.prefix, topic, apiId: preparationApiId });
    new OperationsDashboard(this, 'Dashboard', {
      name: config.prefix,
      catalog,
      queueNames,
      apiId: props.apiId,
      preparationApiId,
    });
    if (config.monthlyBudgetUsd !== undefined) {
      new MonthlyBudget(this, 'MonthlyBudget', {
        name: `${config.prefix}-monthly`,
        limitUsd: config.monthlyBudgetUsd,
        topic,
      });
    }
  }
}
