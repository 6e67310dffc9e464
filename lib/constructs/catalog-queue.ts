import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueSpec } from '../catalog-shapes.ts';
import { acknowledge } from './acknowledge.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { deadLettersQueueName } from './dead-letter-queue-names.ts';

export interface CatalogQueueProps {
  readonly spec: QueueSpec;
  readonly consumer: IFunction;
  readonly key: IKey;
}

/** One queue of the catalogue with its dead letters and the mapping that hands its messages to a function. */
export class CatalogQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { spec, consumer, key }: CatalogQueueProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      name: deadLettersQueueName(spec.name),
      key,
    });
    this.queue = new Queue(this, 'Queue', {
      queueName: spec.name,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      visibilityTimeout: Duration.seconds(spec.visibilityTimeoutSeconds),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: spec.maxReceiveCount },
    });
    const mapping = new EventSourceMapping(this, 'Consumer', {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      batchSize: spec.batchSize,
      maxConcurrency: spec.maxConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        'A mapping of a queue takes no destination for failures: what fails goes back to the queue, and in the end to its dead letters.',
    });
  }
}
