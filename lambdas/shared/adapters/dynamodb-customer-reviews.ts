import { type DynamoDBClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CustomerShare, QuietCustomers, ReviewRounds } from '../ports/customer-reviews.ts';
import { conditionalWrite } from './conditional-write.ts';
import { customerKeyPrefix } from './dynamodb-customer-states.ts';

const schemaVersion = 1;
const roundKey = { PK: 'REVIEW' };
const Round = z.object({
  schemaVersion: z.literal(schemaVersion),
  day: z.string(),
  nextShare: z.int().min(0),
});

/** Segments of a scan of the table of customers' state; filtered there, so that only ids come over. */
export const makeDynamoDbQuietCustomers = (client: DynamoDBClient, tableName: string): QuietCustomers => ({
  pages: async function* (share, before) {
    let startKey: ScanCommandInput['ExclusiveStartKey'];
    do {
      const page = await client.send(new ScanCommand(pageInput(tableName, { share, before, startKey })));
      yield (page.Items ?? []).map((item) => (item['PK']?.S ?? '').slice(customerKeyPrefix.length));
      startKey = page.LastEvaluatedKey;
    } while (startKey !== undefined);
  },
});

interface Page {
  readonly share: CustomerShare;
  readonly before: number;
  readonly startKey: ScanCommandInput['ExclusiveStartKey'];
}

const pageInput = (tableName: string, { share, before, startKey }: Page): ScanCommandInput => ({
  TableName: tableName,
  Segment: share.index,
  TotalSegments: share.of,
  ProjectionExpression: 'PK',
  FilterExpression:
    'begins_with(PK, :customer) AND attribute_exists(#state.#profile) AND (attribute_not_exists(#prediction) OR #prediction.#at < :before)',
  ExpressionAttributeNames: {
    '#state': 'state',
    '#profile': 'profile',
    '#prediction': 'prediction',
    '#at': 'at',
  },
  ExpressionAttributeValues: { ':customer': { S: customerKeyPrefix }, ':before': { N: String(before) } },
  ExclusiveStartKey: startKey,
});

/** One item beside those of the customers, which names nobody. */
export const makeDynamoDbReviewRounds = (client: DynamoDBClient, TableName: string): ReviewRounds => {
  const documents = DynamoDBDocumentClient.from(client);
  return {
    find: async () => {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: roundKey, ConsistentRead: true }),
      );
      // What another release has left is begun anew, which changes nothing.
      const { success, data } = Round.safeParse(Item);
      return success ? { day: data.day, nextShare: data.nextShare } : undefined;
    },
    save: async (round) => {
      await conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: { ...roundKey, schemaVersion, ...round },
            ConditionExpression: 'attribute_not_exists(PK) OR #day <= :day',
            ExpressionAttributeNames: { '#day': 'day' },
            ExpressionAttributeValues: { ':day': round.day },
          }),
        ),
      );
    },
  };
};
