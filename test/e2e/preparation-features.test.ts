import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbHealthMetrics } from '../../lambdas/shared/adapters/dynamodb-health-metrics.ts';
import { makeDynamoDbHealthRecords } from '../../lambdas/shared/adapters/dynamodb-health-records.ts';
import { makeSdkItemCalls } from '../../lambdas/shared/aws/sdk-item-calls.ts';
import { makePersonalSources } from '../../lambdas/shared/features/make-personal-sources.ts';
import { makeStoredFeatureRows } from '../../lambdas/shared/features/stored-feature-rows.ts';
import { FeatureSet } from '../../ml/datasets/feature-set.ts';
import { appItems } from '../lambdas/support/app-items.ts';
import { restoreEnvironment } from '../lambdas/support/restore-environment.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { type PreparationEvent, preparationEvents } from '../support/preparation-events.ts';
import { putItems } from './app-table.ts';

const msPerDay = 86_400_000;
const lastDay = Date.UTC(2026, 9, 31) / msPerDay;
const noonOf = (day: number) => day * msPerDay + msPerDay / 2;
const ada = 'canary-ada';

restoreEnvironment();
let aws: TestAws;
let call: Awaited<ReturnType<typeof preparationEvents>>;
let client: DynamoDBClient;
beforeAll(async () => {
  aws = await startTestAws();
  call = await preparationEvents(aws);
  client = new DynamoDBClient(aws.client);
  const moods = [5, 6, 7, 8];
  await putItems(aws, appItems({ userId: ada, moods, lastDay, text: 'canary-text' }));
  const optedOut = { userId: 'otto', moods, lastDay, text: 'x', profile: { mlOptOut: true } };
  await putItems(aws, appItems(optedOut));
});
afterAll(async () => {
  client.destroy();
  await aws.close();
});

const admin = { user: 'admin', groups: ['admins'] };
const extract = (about: string, options: PreparationEvent, more = '') =>
  call(`GET /features/extract?userId=${about}&startDate=2026-10-25&endDate=2026-10-31${more}`, options);
const cacheOf = async (options: PreparationEvent, more = '') =>
  (await extract(ada, options, more)).body['cache'];

describe('extracting features', () => {
  it('gives a person their own, with what is unknown as null and its coverage', async () => {
    const { status, body } = await extract(ada, { user: ada });
    expect(status).toBe(200);
    // Moods 5, 6, 7 and 8 on the last four of seven days.
    expect(body).toMatchObject({
      asOf: '2026-10-31T23:59:59.999Z',
      windowDays: 7,
      features: { mood_daily_mean: 6.5, mood_lag_1d: 7, heart_rate_daily_mean: null },
      coverage: { heart_rate_daily_mean: 0 },
    });
    expect(Object(body['coverage']).mood_daily_mean).toBeCloseTo(4 / 7, 12);
    expect(JSON.stringify(body)).not.toContain('canary-text');
  });

  it('says of the same question again that it was a hit, with the same features', async () => {
    const first = await extract(ada, admin);
    expect(first.body['cache']).toBe('hit');
    expect({ ...(await extract(ada, { user: ada })).body, cache: '' }).toEqual({ ...first.body, cache: '' });
    expect(await cacheOf(admin, '&types=health')).toBe('miss');
    expect(await cacheOf(admin, '&types=health')).toBe('hit');
  });

  it.each([
    {
      change: 'a mood is corrected',
      make: () =>
        DynamoDBDocumentClient.from(client).send(
          new UpdateCommand({
            TableName: 'EmoCompanion',
            Key: { PK: `USER#${ada}`, SK: `MOOD#${new Date(noonOf(lastDay)).toISOString()}` },
            UpdateExpression: 'SET mood = :mood',
            ExpressionAttributeValues: { ':mood': 4 },
          }),
        ),
    },
    {
      change: 'a watch sends a sample late',
      make: () =>
        makeDynamoDbHealthMetrics({
          items: makeSdkItemCalls(client),
          tableName: 'HealthMetrics',
          unscoredIndex: 'UnscoredIndex',
        }).put({ userId: ada, deviceId: 'watch' }, [
          { timestampMs: noonOf(lastDay), heartRate: 61, receivedAtMs: noonOf(lastDay), writer: 'test' },
        ]),
    },
    {
      change: 'a record is imported',
      make: () =>
        makeDynamoDbHealthRecords({ client, tableName: 'wellcast-HealthRecords' }).put(ada, {
          recordType: 'StepsRecord',
          records: [
            {
              id: 'r1',
              source: 'app',
              modifiedAtMs: noonOf(lastDay),
              startMs: noonOf(lastDay - 1),
              endMs: noonOf(lastDay - 1) + 3_600_000,
              offsetMinutes: null,
              isUnfinished: false,
              amount: 700,
            },
          ],
        }),
    },
  ])('drops what it knew once $change', async ({ make }) => {
    expect(await cacheOf(admin)).toBe('hit');
    await make();
    expect(await cacheOf(admin)).toBe('miss');
    expect(await cacheOf(admin)).toBe('hit');
  });

  it('counts what came from all three stores', async () => {
    const { features } = (await extract(ada, admin)).body;
    expect(features).toMatchObject({
      mood_daily_mean: 5.5,
      heart_rate_daily_mean: 61,
      steps_daily_mean: 700,
    });
  });

  it('takes a feature set for what is wanted, under its names and with its defaults', async () => {
    const feature = (name: string, column: string, more = {}) => {
      return { name, type: 'aggregated', source: { table: 'features', column }, ...more };
    };
    const set = {
      name: 'Small',
      target: 'risk',
      modelType: 'classification',
      features: [feature('mood', 'mood_daily_mean'), feature('weight', 'weight_daily_mean', { default: 70 })],
    };
    expect(await call('POST /feature-sets/create', { ...admin, body: set })).toMatchObject({ status: 201 });
    expect((await extract(ada, admin, '&featureSetId=small')).body).toMatchObject({
      featureSet: { featureSetId: 'small', version: '1.0.0' },
      features: { mood: 5.5, weight: 70 },
      coverage: { weight: 0 },
    });
    expect(await extract(ada, admin, '&featureSetId=none')).toMatchObject({ status: 404 });
    const misspelt = { ...set, name: 'Other', features: [feature('mood', 'mood_dayly_mean')] };
    expect(await call('POST /feature-sets/create', { ...admin, body: misspelt })).toMatchObject({
      status: 400,
    });
  });

  it('gives a dataset the same row that the call gives', async () => {
    const sources = makePersonalSources(client, {
      TABLE_NAME: 'EmoCompanion',
      HEALTH_METRICS_TABLE: 'HealthMetrics',
      UNSCORED_INDEX: 'UnscoredIndex',
      HEALTH_RECORDS_TABLE: 'wellcast-HealthRecords',
    });
    const names = [
      'mood_daily_mean',
      'mood_daily_trend_slope',
      'steps_daily_mean',
      'heart_rate_daily_mean',
      'hour',
    ];
    const featureSet = FeatureSet.parse({
      featureSetId: 'batch',
      version: '1.0.0',
      name: 'Batch',
      description: '',
      features: names.map((name) => ({
        name,
        type: 'aggregated',
        source: { table: 'features', column: name },
      })),
      target: 'sleep_daily_mean',
      modelType: 'regression',
      createdAt: '',
    });
    const asOf = Date.parse('2026-10-31T23:59:59.999Z');
    const userIds = ['nobody', ada, 'otto'];
    const { rows, excluded } = await makeStoredFeatureRows(sources).rows({ featureSet, userIds, asOf });
    // 90 days, as a dataset's rows look back.
    const { body } = await call(
      `GET /features/extract?userId=${ada}&startDate=2026-08-03&endDate=2026-10-31`,
      admin,
    );
    const online = new Map(Object.entries(Object(body['features'])));
    const expected = Object.fromEntries(names.map((name) => [name, online.get(name)]));
    expect(rows).toEqual([{ ...expected, sleep_daily_mean: null, userId: ada }]);
    expect(excluded).toEqual({ 'not-found': 1, 'opted-out': 1 });
  });

  it('lets nobody learn of others: 403 whether they exist or not, and never for scientists', async () => {
    const refusal = ({ body: { instance: _, ...body }, ...answer }: Awaited<ReturnType<typeof extract>>) => ({
      ...answer,
      body,
    });
    const known = refusal(await extract(ada, { user: 'eve' }));
    expect(known).toMatchObject({ status: 403, body: { type: 'urn:wellcast:problem:other-user' } });
    expect(refusal(await extract('nobody', { user: 'eve' }))).toEqual(known);
    expect(await extract(ada, { user: ada, groups: ['scientists'] })).toMatchObject({ status: 403 });
    expect(await extract('nobody', admin)).toMatchObject({ status: 404 });
    expect(await extract('otto', { user: 'otto' })).toMatchObject({
      status: 403,
      body: { type: 'urn:wellcast:problem:opted-out' },
    });
  });

  it('leaves one audit record of each, by pseudonyms only', async () => {
    const { Items = [] } = await DynamoDBDocumentClient.from(client).send(
      new QueryCommand({
        TableName: 'wellcast-AuditTrail',
        KeyConditionExpression: 'chain = :main',
        ExpressionAttributeValues: { ':main': 'main' },
      }),
    );
    const extractions = Items.filter(({ action }) => action === 'features.extract');
    expect(new Set(extractions.map(({ outcome }) => outcome))).toEqual(
      new Set(['done', 'refused', 'not-found']),
    );
    expect(Items.map(({ action }) => action)).toContain('feature-sets.create');
    expect(JSON.stringify(Items)).not.toContain(ada);
  });

  it('finds nothing once the data is gone, whatever was kept of it', async () => {
    const documents = DynamoDBDocumentClient.from(client);
    for (const table of ['EmoCompanion', 'HealthMetrics', 'wellcast-HealthRecords']) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'PK = :person',
          ExpressionAttributeValues: { ':person': `USER#${ada}` },
        }),
      );
      for (const { PK, SK } of Items)
        await documents.send(new DeleteCommand({ TableName: table, Key: { PK, SK } }));
    }
    expect(await extract(ada, admin)).toMatchObject({ status: 404 });
  });
});
