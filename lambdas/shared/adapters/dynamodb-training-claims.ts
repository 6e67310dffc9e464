import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { TrainingClaim, TrainingClaims } from '../ports/training-claims.ts';
import { batchGet } from './batch-get.ts';
import { batchWrite } from './batch-write.ts';
import { conditionalWrite } from './conditional-write.ts';
import type { BatchOptions } from './unprocessed-items.ts';

const schemaVersion = 1;

const ClaimItem = z.object({
  PK: z.string(),
  state: z.enum(['pending', 'confirmed']),
  partKey: z.string(),
  leaseUntil: z.number(),
  schemaVersion: z.literal(schemaVersion),
});

const claimKey = (contentHash: string) => `CLAIM#${contentHash}`;
const partItemKey = (partKey: string) => `PART#${partKey}`;

const parseClaim = (item: unknown): TrainingClaim => {
  const { state, partKey, leaseUntil } = ClaimItem.parse(item);
  return { state, partKey, leaseUntil };
};

/** Items `CLAIM#{content hash}` and, for each folded part, `PART#{its key}`. Neither names a person. */
export const makeDynamoDbTrainingClaims = (options: BatchOptions): TrainingClaims => {
  const { tableName: TableName } = options;
  const documents = DynamoDBDocumentClient.from(options.client);
  const get = async (PK: string): Promise<unknown> =>
    (await documents.send(new GetCommand({ TableName, Key: { PK }, ConsistentRead: true }))).Item;

  const claim = async (
    contentHash: string,
    ours: TrainingClaim,
    instead?: string,
  ): Promise<TrainingClaim> => {
    const PK = claimKey(contentHash);
    const condition =
      instead === undefined
        ? { ConditionExpression: 'attribute_not_exists(PK)' }
        : {
            ConditionExpression: '#state = :pending AND partKey = :instead',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':pending': 'pending', ':instead': instead },
          };
    const put = new PutCommand({ TableName, Item: { PK, ...ours, schemaVersion }, ...condition });
    if (await conditionalWrite(() => documents.send(put))) return ours;
    const standing = await get(PK);
    // Only an operator deletes claims; the line is then as if never seen.
    return standing === undefined ? claim(contentHash, ours) : parseClaim(standing);
  };

  return {
    claim,
    read: async (contentHashes) => {
      const keys = contentHashes.map((contentHash) => ({ PK: { S: claimKey(contentHash) } }));
      const items = (await batchGet(keys, options)).map((item) => unmarshall(item));
      return new Map(items.map((item) => [String(item['PK']).slice(claimKey('').length), parseClaim(item)]));
    },
    confirm: (contentHashes, partKey) => {
      const confirmed = { state: 'confirmed', partKey, leaseUntil: 0, schemaVersion };
      const items = contentHashes.map((contentHash) => ({ PK: claimKey(contentHash), ...confirmed }));
      return batchWrite(
        items.map((Item) => ({ PutRequest: { Item } })),
        options,
      );
    },
    recordFolded: (partKeys) =>
      batchWrite(
        partKeys.map((key) => ({ PutRequest: { Item: { PK: partItemKey(key), schemaVersion } } })),
        options,
      ),
    isFolded: async (partKey) => (await get(partItemKey(partKey))) !== undefined,
  };
};
