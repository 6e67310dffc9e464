import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface DeadLetterQueueProps {
  readonly name: string;
  readonly key: IKey;
}

/** Keeps what could not be delivered or handled for 14 days, the longest SQS allows, so that a person can look. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id, {
      queueName: props.name,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const end = 'It is itself a dead-letter queue, the end of the line; an alarm watches its depth.';
    acknowledge(this, { 'AwsSolutions-SQS3': end, 'Serverless-SQSRedrivePolicy': end });
  }
}
