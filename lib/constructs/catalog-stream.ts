import { Duration } from 'aws-cdk-lib';
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StreamSpec } from '../catalog-shapes.ts';
import { acknowledge } from './acknowledge.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { deadLettersQueueName } from './dead-letter-queue-names.ts';

export interface CatalogStreamProps {
  readonly spec: StreamSpec;
  readonly consumer: IFunction;
  /** Encrypts the records. */
  readonly key: IKey;
  /** Encrypts what tells of records that were given up. */
  readonly operationsKey: IKey;
}

/**
 * One stream of the catalogue: on demand, encrypted, and the mapping that hands its records to a function, splits
 * batches that fail and tells a queue of the records that it gives up.
 */
export class CatalogStream extends Construct {
  readonly stream: Stream;

  constructor(scope: Construct, id: string, { spec, consumer, key, operationsKey }: CatalogStreamProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      name: deadLettersQueueName(spec.name),
      key: operationsKey,
    });
    this.stream = new Stream(this, 'Stream', {
      streamName: spec.name,
      streamMode: StreamMode.ON_DEMAND,
      retentionPeriod: Duration.hours(spec.retentionHours),
      encryption: StreamEncryption.KMS,
      encryptionKey: key,
    });
    acknowledge(this.stream, {
      'AwsSolutions-KDS3':
        "The rule asks for AWS's own key, which costs nothing. Records are personal data and are encrypted as the tables are, with a key whose use our policies limit.",
    });
    new EventSourceMapping(this, 'Consumer', {
      target: consumer,
      eventSourceArn: this.stream.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: spec.batchSize,
      maxBatchingWindow: Duration.seconds(spec.batchingWindowSeconds),
      parallelizationFactor: spec.parallelizationFactor,
      retryAttempts: spec.maximumRetryAttempts,
      ...(spec.maximumRecordAgeSeconds !== -1 && {
        maxRecordAge: Duration.seconds(spec.maximumRecordAgeSeconds),
      }),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // The function's role lists the queue already, as the catalogue says; nothing is to be granted here.
      onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
    });
  }
}
