import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { collect } from '../collect.ts';
import type { SampleOrigins } from '../ports/sample-origins.ts';
import { queryPages } from './query-pages.ts';

const prefix = 'DATASET#';
const Row = z.object({
  SK: z.string().startsWith(prefix),
  sampleId: z.string(),
  schemaVersion: z.literal(1),
});

/** The rows `USER#{userId}`, `DATASET#{timestamp}` of the lineage table. */
export const makeDynamoDbSampleOrigins = (options: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): SampleOrigins => {
  const { tableName: TableName } = options;
  const documents = DynamoDBDocumentClient.from(options.client);
  const partitionOf = (userId: string) => `USER#${userId}`;
  return {
    of: async (userId) => {
      const rows = queryPages(documents, {
        TableName,
        KeyConditionExpression: 'PK = :person',
        ExpressionAttributeValues: { ':person': partitionOf(userId) },
        ConsistentRead: true,
      });
      return z
        .array(Row)
        .parse(await collect(rows))
        .map(({ SK, sampleId }) => ({ timestamp: SK.slice(prefix.length), sampleId }));
    },
    forget: async (userId, timestamp) => {
      const Key = { PK: partitionOf(userId), SK: `${prefix}${timestamp}` };
      await documents.send(new DeleteCommand({ TableName, Key }));
    },
  };
};
