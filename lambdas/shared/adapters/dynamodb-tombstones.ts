import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { makeSdkItemCalls } from '../aws/sdk-item-calls.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import type { Tombstones } from '../ports/tombstones.ts';
import { makeDynamoDbErasedAmong, tombstoneKey } from './dynamodb-erased-among.ts';
import type { BatchOptions } from './unprocessed-items.ts';

const schemaVersion = 1;

export interface TombstoneOptions extends BatchOptions {
  /** Keys the hash; who reads the table without it learns nobody's name. */
  readonly secret: SecretSource;
}

/** Items `TOMBSTONE#{keyed hash of the user id}`. They are never deleted. */
export const makeDynamoDbTombstones = ({ client, ...options }: TombstoneOptions): Tombstones => {
  const { tableName: TableName, secret } = options;
  return {
    among: makeDynamoDbErasedAmong({ ...options, items: makeSdkItemCalls(client) }),
    raise: async (userId) => {
      const Item = {
        ...tombstoneKey(await secret.read(), userId),
        schemaVersion: { N: String(schemaVersion) },
      };
      await client.send(new PutItemCommand({ TableName, Item }));
    },
  };
};
