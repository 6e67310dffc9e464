import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { personKeyOf } from '../../../ml/datasets/versions/pseudonyms.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import type { Tombstones } from '../ports/tombstones.ts';
import { batchGet } from './batch-get.ts';
import type { BatchOptions } from './unprocessed-items.ts';

const schemaVersion = 1;

export interface TombstoneOptions extends BatchOptions {
  /** Keys the hash; who reads the table without it learns nobody's name. */
  readonly secret: SecretSource;
}

/** Items `TOMBSTONE#{keyed hash of the user id}`. They are never deleted. */
export const makeDynamoDbTombstones = (options: TombstoneOptions): Tombstones => {
  const { client, tableName: TableName, secret } = options;
  const keyOf = (key: string, userId: string) => ({
    PK: { S: `TOMBSTONE#${personKeyOf(key, userId)}` },
  });
  return {
    among: async (userIds) => {
      if (userIds.length === 0) return new Set();
      const key = await secret.read();
      const byHash = new Map(userIds.map((userId) => [keyOf(key, userId).PK.S, userId]));
      const items = await batchGet(
        [...byHash.keys()].map((PK) => ({ PK: { S: PK } })),
        options,
      );
      return new Set(items.flatMap(({ PK }) => byHash.get(PK?.S ?? '') ?? []));
    },
    raise: async (userId) => {
      const Item = {
        ...keyOf(await secret.read(), userId),
        schemaVersion: { N: String(schemaVersion) },
      };
      await client.send(new PutItemCommand({ TableName, Item }));
    },
  };
};
