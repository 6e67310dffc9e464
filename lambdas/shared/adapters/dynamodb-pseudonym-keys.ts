import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { mapWithLimit } from '../map-with-limit.ts';
import type { PseudonymKeys } from '../ports/pseudonym-keys.ts';
import { batchGet } from './batch-get.ts';
import { conditionalWrite } from './conditional-write.ts';
import type { BatchOptions } from './unprocessed-items.ts';

const schemaVersion = 1;
const keyBytes = 32;
const putsAtOnce = 8;

const KeyItem = z.object({
  PK: z.string(),
  key: z.instanceof(Uint8Array).refine((key) => key.length === keyBytes),
  schemaVersion: z.literal(schemaVersion),
});

export interface PseudonymKeyOptions extends BatchOptions {
  /** Random bytes, fit for keys. */
  readonly randomBytes: (count: number) => Uint8Array;
}

const itemKey = (userId: string) => `USER#${userId}`;

/** Items `USER#{userId}`. Nothing is remembered between calls: an erased key is gone at once. */
export const makeDynamoDbPseudonymKeys = (options: PseudonymKeyOptions): PseudonymKeys => {
  const { client, tableName: TableName, randomBytes } = options;
  const readKeys = async (userIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    const items = await batchGet(
      userIds.map((userId) => ({ PK: { S: itemKey(userId) } })),
      options,
    );
    const parsed = items.map((item) => KeyItem.parse(unmarshall(item)));
    return new Map(parsed.map(({ PK, key }) => [PK.slice(itemKey('').length), key]));
  };
  /** Somebody may be first, and that may have been an earlier try of this very call. */
  const makeKey = async (userId: string): Promise<void> => {
    const put = new PutItemCommand({
      TableName,
      Item: {
        PK: { S: itemKey(userId) },
        key: { B: randomBytes(keyBytes) },
        schemaVersion: { N: String(schemaVersion) },
      },
      ConditionExpression: 'attribute_not_exists(PK)',
    });
    await conditionalWrite(() => client.send(put));
  };
  return {
    keysOf: async (userIds) => {
      const distinct = [...new Set(userIds)];
      const known = await readKeys(distinct);
      const missing = distinct.filter((userId) => !known.has(userId));
      await mapWithLimit(missing, putsAtOnce, makeKey);
      return missing.length === 0 ? known : new Map([...known, ...(await readKeys(missing))]);
    },
  };
};
