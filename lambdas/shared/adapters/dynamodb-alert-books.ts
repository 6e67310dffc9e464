import * as z from 'zod/mini';
import { emptyBook } from '../alert-book/empty-book.ts';
import { makeDocuments } from '../aws/documents.ts';
import type { ItemCalls } from '../aws/item-calls.ts';
import type { AlertBooks } from '../ports/alert-books.ts';
import { conditionalWrite } from './conditional-write.ts';
import { withoutUndefined } from './without-undefined.ts';

const schemaVersion = 1;

const BookRow = z.object({
  schemaVersion: z.literal(schemaVersion),
  revision: z.int().check(z.positive()),
  episodes: z.array(
    z.object({
      id: z.string(),
      startMs: z.number(),
      endMs: z.number(),
      peakScore: z.number(),
      alert: z.enum(['due', 'sent', 'over-budget']),
      claimedUntilMs: z.optional(z.number()),
    }),
  ),
  forgottenUntilMs: z.number(),
  alertDays: z.array(z.number()),
  feedback: z.array(
    z.object({ episodeId: z.string(), verdict: z.enum(['false-alarm', 'confirmed']), atMs: z.number() }),
  ),
  baseFactor: z.number().check(z.gte(1), z.lte(3)),
});

/** Each book one item, replaced as a whole where nobody else has since. */
export const makeDynamoDbAlertBooks = (options: { items: ItemCalls; tableName: string }): AlertBooks => {
  const documents = makeDocuments(options.items);
  const TableName = options.tableName;
  const keyOf = (userId: string) => ({ PK: `USER#${userId}` });
  return {
    read: async (userId) => {
      const { Item } = await documents.get({ TableName, Key: keyOf(userId), ConsistentRead: true });
      if (Item === undefined) return { book: emptyBook, revision: 0 };
      const { revision, schemaVersion: _, ...book } = BookRow.parse(Item);
      return { book, revision };
    },
    replace: (userId, { book, revision }) =>
      conditionalWrite(() =>
        documents.put({
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
    nameAlert: async ({ episodeId, userId, startMs }) => {
      const Item = { PK: `ALERT#${episodeId}`, schemaVersion, userId, startMs };
      await documents.put({ TableName, Item });
    },
  };
};
