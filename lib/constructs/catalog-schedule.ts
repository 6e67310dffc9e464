import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { ScheduleSpec } from '../catalog-shapes.ts';
import { scheduledEvent } from '../scheduled-event.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { undeliveredQueueName } from './dead-letter-queue-names.ts';
import { keyStatement } from './key-statement.ts';

export interface CatalogScheduleProps {
  readonly spec: ScheduleSpec;
  readonly target: IFunction;
  readonly key: IKey;
}

/** One schedule of the catalogue: a function at its times in its time zone, tried again for six hours. */
export class CatalogSchedule extends Construct {
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: CatalogScheduleProps) {
    super(scope, id);
    const { spec, target } = props;
    this.deadLetterQueue = new DeadLetterQueue(this, 'Undelivered', {
      name: undeliveredQueueName(spec.name),
      key: props.key,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: `Lets the schedule ${spec.name} invoke its function`,
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      description: `Lets the schedule ${spec.name} invoke its function`,
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetterQueue.queueArn] }),
        ...keyStatement(this, { key: props.key, via: 'sqs', actions: ['Decrypt', 'GenerateDataKey'] }),
      ],
    });
    const schedule = new CfnSchedule(this, 'Schedule', {
      name: spec.name,
      description: spec.description,
      scheduleExpression: spec.expression,
      scheduleExpressionTimezone: spec.timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      state: 'ENABLED',
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(scheduledEvent(spec)).replaceAll('{account}', Aws.ACCOUNT_ID),
        deadLetterConfig: { arn: this.deadLetterQueue.queueArn },
        retryPolicy: {
          maximumRetryAttempts: 10,
          maximumEventAgeInSeconds: Duration.hours(6).toSeconds(),
        },
      },
    });
    schedule.node.addDependency(policy);
  }
}
