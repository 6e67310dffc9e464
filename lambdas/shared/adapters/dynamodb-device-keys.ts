import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { keyIdOf } from '../device-key.ts';
import type { DeviceKey, DeviceKeys } from '../ports/device-keys.ts';
import { conditionalWrite } from './conditional-write.ts';

const schemaVersion = 1;

const KeyRow = z.object({
  keyHash: z.string(),
  schemaVersion: z.literal(schemaVersion),
  userId: z.string(),
  deviceName: z.string(),
  createdAt: z.string(),
  revokedAt: z.string().optional(),
});

const parseRow = (item: unknown): DeviceKey & { readonly keyHash: string } => {
  const { schemaVersion: _, ...row } = KeyRow.parse(item);
  return { ...row, keyId: keyIdOf(row.keyHash) };
};

/** Keys of watches by their hashes, and by person through an index. */
export const makeDynamoDbDeviceKeys = (options: {
  client: DynamoDBClient;
  tableName: string;
  /** On userId; only `list` needs it. */
  userIndex?: string;
}): DeviceKeys => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    find: async (keyHash) => {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: { keyHash }, ConsistentRead: true }),
      );
      return Item === undefined ? undefined : parseRow(Item);
    },
    add: (keyHash, key) =>
      conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: { keyHash, schemaVersion, ...key },
            ConditionExpression: 'attribute_not_exists(keyHash)',
          }),
        ),
      ),
    list: async (userId) => {
      const keys: (DeviceKey & { readonly keyHash: string })[] = [];
      let startKey: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await documents.send(
          new QueryCommand({
            TableName,
            IndexName: options.userIndex,
            KeyConditionExpression: 'userId = :user',
            ExpressionAttributeValues: { ':user': userId },
            ExclusiveStartKey: startKey,
          }),
        );
        keys.push(...(page.Items ?? []).map(parseRow));
        startKey = page.LastEvaluatedKey;
      } while (startKey !== undefined);
      return keys.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    },
    revoke: (keyHash, revokedAt) =>
      conditionalWrite(() =>
        documents.send(
          new UpdateCommand({
            TableName,
            Key: { keyHash },
            UpdateExpression: 'SET revokedAt = :now',
            ConditionExpression: 'attribute_exists(keyHash) AND attribute_not_exists(revokedAt)',
            ExpressionAttributeValues: { ':now': revokedAt },
          }),
        ),
      ),
  };
};
