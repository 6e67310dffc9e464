import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbAlertBooks } from '../../../../lambdas/shared/adapters/dynamodb-alert-books.ts';
import { emptyBook } from '../../../../lambdas/shared/alert-book/empty-book.ts';
import { makeSdkItemCalls } from '../../../../lambdas/shared/aws/sdk-item-calls.ts';
import type { AlertBook } from '../../../../lambdas/shared/ports/alert-books.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

const tableName = 'MindMate-AnomalyAlerts';
let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

describe('books of alerts in DynamoDB', () => {
  const books = () => makeDynamoDbAlertBooks({ items: makeSdkItemCalls(db.client), tableName });
  const full: AlertBook = {
    episodes: [{ id: 'e', startMs: 1, endMs: 2, peakScore: 0.8, alert: 'due', claimedUntilMs: 9 }],
    forgottenUntilMs: 0,
    alertDays: [20_000],
    feedback: [{ episodeId: 'e', verdict: 'false-alarm', atMs: 3 }],
    baseFactor: 1.1,
  };

  it('come back as they were written, and empty where there is none', async () => {
    expect(await books().read('nobody')).toEqual({ book: emptyBook, revision: 0 });
    const unclaimed = full.episodes.map((episode) => ({ ...episode, id: 'f', claimedUntilMs: undefined }));
    const book = { ...full, episodes: [...full.episodes, ...unclaimed] };
    expect(await books().replace('bob', { book, revision: 0 })).toBe(true);
    expect(await books().replace('ada', { book: full, revision: 0 })).toBe(true);
    expect(await books().read('ada')).toEqual({ book: full, revision: 1 });
  });

  it('are replaced by one of those who knew the same revision', async () => {
    const { revision } = await books().read('race');
    const answers = await Promise.all(
      [1, 1.5, 2].map((baseFactor) => books().replace('race', { book: { ...full, baseFactor }, revision })),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await books().replace('race', { book: full, revision: 0 })).toBe(false);
  });

  it('write down whose an alert is', async () => {
    await books().nameAlert({ episodeId: 'e1', userId: 'ada', startMs: 5 });
    const Key = { PK: { S: 'ALERT#e1' } };
    const { Item } = await db.client.send(new GetItemCommand({ TableName: tableName, Key }));
    expect(Item).toMatchObject({ userId: { S: 'ada' }, startMs: { N: '5' } });
  });
});
