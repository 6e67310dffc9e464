import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type NewRecord, putRecords } from '../../bin/cli/put-records.ts';
import { makeDynamoDbCustomerStates } from '../../lambdas/shared/adapters/dynamodb-customer-states.ts';
import { makeCatalog } from '../../lib/catalog.ts';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import { Config } from '../../lib/config.ts';
import { recordingTelemetry } from '../lambdas/support/recording-telemetry.ts';
import type { TestAws } from '../support/local-aws.ts';

export const streamName = 'mindmate-customer-events';

/** The catalogue with a function that answers no prediction at once, as where there is no model. */
export const withoutModel = (): Catalog => {
  const catalog = makeCatalog(Config.parse({}));
  const predictCustomerHealth = {
    ...catalog.functions.predictCustomerHealth,
    entry: 'test/local/handlers/echo.ts',
  };
  return { ...catalog, functions: { ...catalog.functions, predictCustomerHealth } };
};

/** What puts events into the stream of a local AWS, and looks at what became of them. */
export const customerEventClients = (aws: Pick<TestAws, 'client'>) => {
  const kinesis = new KinesisClient(aws.client);
  const dynamoDb = new DynamoDBClient(aws.client);
  const sqs = new SQSClient(aws.client);
  const states = makeDynamoDbCustomerStates({
    client: dynamoDb,
    tableName: 'wellcast-CustomerState',
    sleep: async () => {},
    random: () => 0,
    telemetry: recordingTelemetry().telemetry,
  });

  /** What the mapping has said of records that it gave up. */
  const discarded = async () => {
    const QueueUrl = `${aws.client.endpoint}/000000000000/${streamName}-dead-letters`;
    const documents: {
      KinesisBatchInfo: { shardId: string; startSequenceNumber: string; batchSize: number };
    }[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 }),
      );
      if (Messages.length === 0) return documents;
      documents.push(...Messages.map(({ Body }) => JSON.parse(Body ?? '')));
    }
  };

  return {
    states,
    kinesis,
    put: (records: readonly NewRecord[]) => putRecords(kinesis, streamName, records),
    discarded,
    close: () => {
      kinesis.destroy();
      dynamoDb.destroy();
      sqs.destroy();
    },
  };
};
