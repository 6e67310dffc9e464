import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PersonKey } from '../ports/person-key.ts';

const KeyItem = z.object({ key: z.instanceof(Uint8Array), schemaVersion: z.literal(1) });

/** Items `USER#{userId}` of the table of pseudonym keys. */
export const makeDynamoDbPersonKey = (options: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): PersonKey => {
  const { tableName: TableName } = options;
  const documents = DynamoDBDocumentClient.from(options.client);
  const keyOf = (userId: string) => ({ PK: `USER#${userId}` });
  return {
    find: async (userId) => {
      const get = new GetCommand({ TableName, Key: keyOf(userId), ConsistentRead: true });
      const { Item } = await documents.send(get);
      return Item === undefined ? undefined : KeyItem.parse(Item).key;
    },
    destroy: async (userId) => {
      await documents.send(new DeleteCommand({ TableName, Key: keyOf(userId) }));
    },
  };
};
