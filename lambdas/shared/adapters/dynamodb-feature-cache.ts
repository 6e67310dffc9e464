import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { FeatureCache } from '../ports/feature-cache.ts';
import { queryPages } from './query-pages.ts';

const schemaVersion = 1;
const Row = z.object({
  schemaVersion: z.literal(schemaVersion),
  version: z.string(),
  names: z.array(z.string()),
  values: z.array(z.number().nullable()),
  coverages: z.array(z.number()),
});

const partitionOf = (userId: string): string => `USER#${userId}`;

const zipped = <Value>(names: readonly string[], values: readonly Value[]) =>
  Object.fromEntries(names.map((name, index) => [name, values[index] as Value]));

/** Features as rows (USER#id, key), so that one partition is all that is kept of a person. */
export const makeDynamoDbFeatureCache = (options: {
  client: DynamoDBClient;
  tableName: string;
}): FeatureCache => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    find: async (userId, key) => {
      const Key = { PK: partitionOf(userId), SK: key };
      const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      // A row of another form is as good as none: it is made anew.
      const row = Row.safeParse(Item);
      if (!row.success) return undefined;
      const { version, names, values, coverages } = row.data;
      return { version, features: zipped(names, values), coverage: zipped(names, coverages) };
    },
    keep: async (userId, key, { version, features, coverage }) => {
      const names = Object.keys(features);
      const values = Object.values(features);
      const coverages = names.map((name) => coverage[name] ?? 0);
      const Item = { PK: partitionOf(userId), SK: key, schemaVersion, version, names, values, coverages };
      await documents.send(new PutCommand({ TableName, Item }));
    },
    forget: async (userId) => {
      const pages = queryPages(documents, {
        TableName,
        KeyConditionExpression: 'PK = :person',
        ExpressionAttributeValues: { ':person': partitionOf(userId) },
        ProjectionExpression: 'PK, SK',
        ConsistentRead: true,
      });
      for await (const { PK, SK } of pages) {
        await documents.send(new DeleteCommand({ TableName, Key: { PK, SK } }));
      }
    },
  };
};
