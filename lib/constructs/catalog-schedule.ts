import { Aws, Duration } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ScheduleSpec } from '../catalog-shapes.ts';
import { scheduledEvent } from '../scheduled-event.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { undeliveredQueueName } from './dead-letter-queue-names.ts';
import { keyStatement } from './key-statement.ts';
import { serviceOfThisAccount } from './service-of-this-account.ts';

export interface CatalogScheduleProps {
  readonly spec: ScheduleSpec;
  readonly target: IFunction | Queue;
  readonly key: IKey;
}

/** One schedule of the catalogue: a function, or the queue that feeds it, at its times, tried again for six hours. */
export class CatalogSchedule extends Construct {
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: CatalogScheduleProps) {
    super(scope, id);
    const { spec, target } = props;
    const isQueue = target instanceof Queue;
    const arn = isQueue ? target.queueArn : target.functionArn;
    const input = isQueue ? spec.input : scheduledEvent(spec);
    this.deadLetterQueue = new DeadLetterQueue(this, 'Undelivered', {
      name: undeliveredQueueName(spec.name),
      key: props.key,
    });
    const role = new Role(this, 'Role', {
      assumedBy: serviceOfThisAccount(this, 'scheduler.amazonaws.com'),
      description: `Lets the schedule ${spec.name} reach its target`,
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      description: `Lets the schedule ${spec.name} reach its target`,
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: [isQueue ? 'sqs:SendMessage' : 'lambda:InvokeFunction'],
          resources: [arn],
        }),
        ...(isQueue
          ? keyStatement(this, {
              key: target.encryptionMasterKey,
              via: 'sqs',
              actions: ['Decrypt', 'GenerateDataKey'],
            })
          : []),
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
        arn,
        roleArn: role.roleArn,
        input: JSON.stringify(input).replaceAll('{account}', Aws.ACCOUNT_ID),
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
