import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { personKeyOf } from '../../../ml/datasets/versions/pseudonyms.ts';
import { pseudonym } from '../../../ml/narratives/pseudonym.ts';
import type { AuditPersons } from '../ports/audit-trail.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import { conditionalWrite } from './conditional-write.ts';

const schemaVersion = 1;
const keyBytes = 32;
const pseudonymBytes = 16;

const KeyItem = z.object({
  /** Absent once the person is erased. */
  key: z
    .instanceof(Uint8Array)
    .refine((key) => key.length === keyBytes)
    .optional(),
  schemaVersion: z.literal(schemaVersion),
});

export interface AuditPersonsOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Keys the hash that stands for a person in this table, so that the table names nobody. */
  readonly secret: SecretSource;
  /** Random bytes, fit for keys. */
  readonly randomBytes: (count: number) => Uint8Array;
}

/** Items `PERSON#{keyed hash}`: a random key of that person's own, or a note that it was destroyed. */
export const makeDynamoDbAuditPersons = (options: AuditPersonsOptions): AuditPersons => {
  const { tableName: TableName, secret, randomBytes } = options;
  const documents = DynamoDBDocumentClient.from(options.client);
  const keyOf = async (userId: string) => ({ PK: `PERSON#${personKeyOf(await secret.read(), userId)}` });
  const read = async (Key: { PK: string }) => {
    const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item === undefined ? undefined : KeyItem.parse(Item);
  };

  const pseudonymOf = async (userId: string): Promise<string> => {
    const Key = await keyOf(userId);
    const item = await read(Key);
    if (item === undefined) {
      const put = new PutCommand({
        TableName,
        Item: { ...Key, key: randomBytes(keyBytes), schemaVersion },
        ConditionExpression: 'attribute_not_exists(PK)',
      });
      // Somebody may be first, and that may have been an earlier try of this very call.
      await conditionalWrite(() => documents.send(put));
      return pseudonymOf(userId);
    }
    if (item.key === undefined) return Buffer.from(randomBytes(pseudonymBytes)).toString('hex');
    return pseudonym(item.key, 'audit', userId);
  };

  return {
    pseudonymOf,
    destroyKey: async (userId) => {
      const Item = { ...(await keyOf(userId)), schemaVersion };
      await documents.send(new PutCommand({ TableName, Item }));
    },
  };
};
