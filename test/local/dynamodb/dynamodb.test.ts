/**
 * What product code relies on, asked of whichever engine answers: dynalite, or the one that DYNAMODB_ENDPOINT names.
 */
import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  paginateQuery,
  paginateScan,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

const TableName = 'EmoCompanion';
const people = 300;
let aws: TestAws;
let dynamo: DynamoDBClient;
let documents: DynamoDBDocumentClient;

const writeAll = async (items: readonly Record<string, unknown>[]): Promise<void> => {
  for (let from = 0; from < items.length; from += 25) {
    const batch = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: batch } }));
  }
};

beforeAll(async () => {
  aws = await startTestAws();
  dynamo = new DynamoDBClient(aws.client);
  documents = DynamoDBDocumentClient.from(dynamo);
  const ids = Array.from({ length: people }, (_, index) => `person-${index}`);
  await writeAll([
    ...ids.map((userId) => ({
      PK: `USER#${userId}`,
      SK: 'PROFILE',
      type: 'PROFILE',
      userId,
      timezone: 'Europe/Berlin',
      secretNote: 'not in the index',
    })),
    ...ids.map((userId) => ({
      PK: `USER#${userId}`,
      SK: 'MOOD#2026-01-01T08:00:00Z',
      type: 'MOOD',
      mood: 5,
    })),
  ]);
});

afterAll(async () => {
  dynamo.destroy();
  await aws.close();
});

describe('scanning the index on userId', () => {
  test('parallel segments find each profile once, page by page, and nothing else', async () => {
    const found: Record<string, unknown>[] = [];
    for (let Segment = 0; Segment < 4; Segment++) {
      const input = { TableName, IndexName: 'UserIndex', TotalSegments: 4, Segment };
      for await (const { Items = [] } of paginateScan({ client: documents, pageSize: 7 }, input)) {
        found.push(...Items);
      }
    }

    expect(found).toHaveLength(people);
    expect(new Set(found.map(({ userId }) => userId)).size).toBe(people);
  });

  test('the index carries what it includes and its keys, no more', async () => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName,
        IndexName: 'UserIndex',
        KeyConditionExpression: 'userId = :u',
        ExpressionAttributeValues: { ':u': 'person-7' },
      }),
    );

    expect(Items).toEqual([
      { PK: 'USER#person-7', SK: 'PROFILE', type: 'PROFILE', userId: 'person-7', timezone: 'Europe/Berlin' },
    ]);
  });

  test('the table itself can be scanned with a filter, in segments', async () => {
    const found: unknown[] = [];
    for (let Segment = 0; Segment < 3; Segment++) {
      const input = {
        TableName,
        TotalSegments: 3,
        Segment,
        FilterExpression: '#t = :p',
        ExpressionAttributeNames: { '#t': 'type' },
        ExpressionAttributeValues: { ':p': 'PROFILE' },
      };
      for await (const { Items = [] } of paginateScan({ client: documents, pageSize: 50 }, input)) {
        found.push(...Items.map(({ userId }) => userId));
      }
    }

    expect(new Set(found).size).toBe(people);
    expect(found).toHaveLength(people);
  });

  test('a limit counts what is read, not what passes the filter', async () => {
    const { Count, ScannedCount } = await documents.send(
      new ScanCommand({
        TableName,
        Limit: 10,
        FilterExpression: 'attribute_exists(nothing)',
      }),
    );

    expect({ Count, ScannedCount }).toEqual({ Count: 0, ScannedCount: 10 });
  });
});

describe('reading one history', () => {
  const PK = 'USER#long';
  const items = Array.from({ length: 300 }, (_, index) => ({
    PK,
    SK: `CHAT#2026-01-01T00:00:00.${String(index).padStart(3, '0')}Z`,
    type: 'CHAT',
    userMessage: `${index} ${'ä'.repeat(4000)}`,
  }));

  beforeAll(() => writeAll([...items, { PK, SK: 'MOOD#2026', mood: 3 }, { PK: 'USER#long2', SK: 'CHAT#2' }]));

  test('more than 1 MB comes in several pages, complete and in order', async () => {
    const pages: Record<string, unknown>[][] = [];
    const input = {
      TableName,
      KeyConditionExpression: 'PK = :p AND begins_with(SK, :s)',
      ExpressionAttributeValues: { ':p': PK, ':s': 'CHAT#' },
    };
    for await (const { Items = [] } of paginateQuery({ client: documents }, input)) pages.push(Items);

    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.flat()).toEqual(items);
  });

  test.each([
    ['SK BETWEEN :a AND :b', [10, 11, 12]],
    ['SK >= :b', Array.from({ length: 288 }, (_, index) => index + 12)],
    ['SK < :a', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ])('a range of sort keys: %s', async (range, expected) => {
    const found: string[] = [];
    const at = (index: number) => items[index]?.SK;
    const values = { ':p': PK, ':a': at(10), ':b': at(12) };
    const used = Object.entries(values).filter(([name]) => name === ':p' || range.includes(name));
    const input = {
      TableName,
      KeyConditionExpression: `PK = :p AND ${range}`,
      ExpressionAttributeValues: Object.fromEntries(used),
      ProjectionExpression: 'SK',
    };
    for await (const { Items = [] } of paginateQuery({ client: documents }, input)) {
      found.push(...Items.map(({ SK }) => String(SK)).filter((SK) => SK.startsWith('CHAT')));
    }

    expect(found).toEqual(expected.map((index) => items[index]?.SK));
  });

  test('backwards with a limit gives the latest first', async () => {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'PK = :p AND begins_with(SK, :s)',
        ExpressionAttributeValues: { ':p': PK, ':s': 'CHAT#' },
        ScanIndexForward: false,
        Limit: 2,
      }),
    );

    expect(Items.map(({ SK }) => SK)).toEqual([items[299]?.SK, items[298]?.SK]);
    expect(LastEvaluatedKey).toEqual({ PK, SK: items[298]?.SK });
  });
});

describe('conditional writes', () => {
  const jobs = 'MindMate-TrainingJobs';
  const claim = (owner: string) =>
    dynamo.send(
      new PutItemCommand({
        TableName: jobs,
        Item: { jobId: { S: 'timestamp#1' }, owner: { S: owner } },
        ConditionExpression: 'attribute_not_exists(jobId)',
      }),
    );

  test('of many that claim one key at once exactly one succeeds', async () => {
    const claims = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => claim(String(index))));
    const refused = claims.filter(({ status }) => status === 'rejected');

    expect(refused).toHaveLength(19);
    for (const claimed of refused) {
      expect(claimed).toMatchObject({ reason: { name: 'ConditionalCheckFailedException' } });
    }
  });

  test('an update can depend on the state that it replaces', async () => {
    const update = (from: string, to: string) =>
      dynamo.send(
        new UpdateItemCommand({
          TableName: jobs,
          Key: { jobId: { S: 'training#1' } },
          UpdateExpression: 'SET #s = :to, attempts = if_not_exists(attempts, :zero) + :one',
          ConditionExpression: 'attribute_not_exists(#s) OR #s = :from',
          ExpressionAttributeNames: { '#s': 'status' },
          ExpressionAttributeValues: {
            ':from': { S: from },
            ':to': { S: to },
            ':zero': { N: '0' },
            ':one': { N: '1' },
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
    await update('', 'InProgress');
    const { Attributes } = await update('InProgress', 'Completed');

    expect(Attributes).toEqual({
      jobId: { S: 'training#1' },
      status: { S: 'Completed' },
      attempts: { N: '2' },
    });
    await expect(update('InProgress', 'Failed')).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
  });

  test('a number keeps its 38 digits', async () => {
    const digits = '12345678901234567890123456789012345678';
    const Key = { jobId: { S: 'digits' } };
    await dynamo.send(new PutItemCommand({ TableName: jobs, Item: { ...Key, value: { N: digits } } }));

    expect((await dynamo.send(new GetItemCommand({ TableName: jobs, Key }))).Item?.['value']).toEqual({
      N: digits,
    });
  });

  test('a batch of more than 25 writes is refused', async () => {
    const requests = Array.from({ length: 26 }, (_, index) => ({
      PutRequest: { Item: { jobId: { S: `batch-${index}` } } },
    }));

    await expect(
      dynamo.send(new BatchWriteItemCommand({ RequestItems: { [jobs]: requests } })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
