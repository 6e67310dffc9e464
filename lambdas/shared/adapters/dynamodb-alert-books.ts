import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { emptyBook } from '../alert-book/empty-book.ts';
import type { AlertBooks } from '../ports/alert-books.ts';
import { conditionalWrite } from './conditional-write.ts';
import { withoutUndefined } from './without-undefined.ts';

const schemaVersion = 1;

const BookRow = z.object({
  schemaVersion: z.literal(schemaVersion),
  revision: z.int().positive(),
  episodes: z.array(
    z.object({
      id: z.string(),
      startMs: z.number(),
      endMs: z.number(),
      peakScore: z.number(),
      alert: z.enum(['due', 'sent', 'over-budget']),
      claimedUntilMs: z.number().optional(),
    }),
  ),
  forgottenUntilMs: z.number(),
  alertDays: z.array(z.number()),
  feedback: z.array(
    z.object({ episodeId: z.string(), verdict: z.enum(['false-alarm', 'confirmed']), atMs: z.number() }),
  ),
  baseFactor: z.number().min(1).max(3),
});

/** Each book one item, replaced as a whole where nobody else has since. */
export const makeDynamoDbAlertBooks = (options: {
  client: DynamoDBClient;
  tableName: string;
}): AlertBooks => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  const keyOf = (userId: string) => ({ PK: `USER#${userId}` });
  return {
    read: async (userId) => {
      const get = new GetCommand({ TableName, Key: keyOf(userId), ConsistentRead: true });
      const { Item } = await documents.send(get);
      if (Item === undefined) return { book: emptyBook, revision: 0 };
      const { revision, schemaVersion: _, ...book } = BookRow.parse(Item);
      return { book, revision };
    },
    replace: (userId, { book, revision }) =>
      conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: {
              ...keyOf(userId),
              schemaVersion,
              ...book,
              episodes: book.episodes.map(withoutUndefined),
              revision: revision + 1,
            },
            ConditionExpression: revision === 0 ? 'attribute_not_exists(PK)' : 'revision = :seen',
            ...(revision > 0 && { ExpressionAttributeValues: { ':seen': revision } }),
          }),
        ),
      ),
    nameAlert: async ({ episodeId, userId, startMs }) => {
      const Item = { PK: `ALERT#${episodeId}`, schemaVersion, userId, startMs };
      await documents.send(new PutCommand({ TableName, Item }));
    },
  };
};
