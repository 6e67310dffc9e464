import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { EndpointDeployments } from '../ports/endpoint-deployments.ts';
import { conditionalWrite } from './conditional-write.ts';

const schemaVersion = 1;

const Deployed = z.object({
  configName: z.string(),
  modelVersion: z.int().positive().nullable(),
  since: z.string(),
});

const Book = z.object({
  schemaVersion: z.literal(schemaVersion),
  endpointName: z.string(),
  revision: z.int().positive(),
  current: Deployed,
  previous: Deployed.nullable(),
  rolledBack: z.array(Deployed.extend({ at: z.string(), alarmName: z.string() })),
});

/** One row an endpoint, changed by compare-and-set, so that of two deployments at once one sees the other. */
export const makeDynamoDbEndpointDeployments = (options: {
  client: DynamoDBClient;
  tableName: string;
}): EndpointDeployments => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    read: async (endpointName) => {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: { endpointName }, ConsistentRead: true }),
      );
      return Item === undefined ? undefined : Book.parse(Item);
    },
    write: (book) =>
      conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: { ...book, schemaVersion },
            ...(book.revision === 1
              ? { ConditionExpression: 'attribute_not_exists(endpointName)' }
              : {
                  ConditionExpression: 'revision = :before',
                  ExpressionAttributeValues: { ':before': book.revision - 1 },
                }),
          }),
        ),
      ),
  };
};
