import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { SignedReceipt } from '../../../ml/audit/erasure-receipt.ts';
import { personKeyOf } from '../../../ml/datasets/versions/pseudonyms.ts';
import type { Erasure, Erasures } from '../ports/erasures.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import { conditionalWrite } from './conditional-write.ts';
import { withoutUndefined } from './without-undefined.ts';

const schemaVersion = 1;
const prefix = 'ERASURE#';
const keyOf = (erasureId: string) => ({ PK: `${prefix}${erasureId}` });

const Row = z.object({
  PK: z.string(),
  schemaVersion: z.literal(schemaVersion),
  state: z.enum(['erasing', 'settling', 'complete']),
  userId: z.string().optional(),
  subject: z.string(),
  requestedAt: z.string(),
  firstPassAt: z.number().optional(),
  removed: z.record(z.string(), z.record(z.string(), z.number())),
  datasetsRebuilt: z.array(z.object({ dataset: z.string(), sha256: z.string().nullable() })),
  modelsAffected: z.array(z.string()),
  touched: z.array(z.string()),
  receipt: SignedReceipt.optional(),
  revision: z.int().positive(),
});

/** Items `ERASURE#{keyed hash of the user id}`, each replaced as a whole where nobody else has since. */
export const makeDynamoDbErasures = (options: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Of tombstones: both stand for a person under the same hash. */
  readonly secret: SecretSource;
}): Erasures => {
  const { tableName: TableName, secret } = options;
  const client = DynamoDBDocumentClient.from(options.client);
  return {
    idOf: async (userId) => personKeyOf(await secret.read(), userId),
    find: async (erasureId) => {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: keyOf(erasureId), ConsistentRead: true }),
      );
      if (Item === undefined) return undefined;
      const { PK: _, schemaVersion: _version, ...row } = Row.parse(Item);
      return { erasureId, ...row };
    },
    save: ({ erasureId, revision, ...erasure }: Erasure) =>
      conditionalWrite(() =>
        client.send(
          new PutCommand({
            TableName,
            Item: withoutUndefined({
              ...keyOf(erasureId),
              ...erasure,
              schemaVersion,
              revision: revision + 1,
            }),
            ConditionExpression: revision === 0 ? 'attribute_not_exists(PK)' : 'revision = :seen',
            ...(revision > 0 && { ExpressionAttributeValues: { ':seen': revision } }),
          }),
        ),
      ),
    unfinished: async () => {
      const pages = paginateScan(
        { client },
        {
          TableName,
          ConsistentRead: true,
          ProjectionExpression: 'PK',
          FilterExpression: 'begins_with(PK, :prefix) AND #state <> :complete',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':prefix': prefix, ':complete': 'complete' },
        },
      );
      const ids: string[] = [];
      for await (const { Items = [] } of pages)
        ids.push(...Items.map(({ PK }) => String(PK).slice(prefix.length)));
      return ids;
    },
  };
};
