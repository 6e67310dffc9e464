import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbDatasetVersions } from '../../lambdas/shared/adapters/dynamodb-dataset-versions.ts';
import { makeDynamoDbModelRegistry } from '../../lambdas/shared/adapters/dynamodb-model-registry.ts';
import { type DatasetManifest, manifestText } from '../../ml/datasets/dataset-manifest.ts';
import { sha256 } from '../../ml/datasets/versions/content-hash.ts';
import { appItems } from '../lambdas/support/app-items.ts';
import { goodMetrics } from '../lambdas/support/model-metrics.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationClient } from '../support/preparation-client.ts';
import { putItems } from './app-table.ts';

const msPerDay = 86_400_000;
const scheduledAt = Date.UTC(2026, 10, 2);
const lastDay = scheduledAt / msPerDay - 1;

let aws: TestAws;
let call: ReturnType<typeof preparationClient>;
let dynamoDb: DynamoDBClient;
let s3: S3Client;
beforeAll(async () => {
  aws = await startTestAws();
  call = preparationClient(aws);
  dynamoDb = new DynamoDBClient(aws.client);
  s3 = new S3Client({ ...aws.client, forcePathStyle: true });
});
afterAll(async () => {
  dynamoDb.destroy();
  s3.destroy();
  await aws.close();
});

const admin = { user: 'ada', groups: ['admins'] };
const nightly = async (task: string) => {
  await aws.fireSchedule(`mindmate-nightly-${task}`, scheduledAt);
  await aws.settled();
};
const versionsOf = async (datasetId: string) => {
  const { body } = await call(`GET /datasets/versions?datasetId=${datasetId}`, admin);
  return Array.from(Object(body['versions'] ?? []), ({ version }: { version: string }) => version);
};

const crisisManifest = (timestamp: string, rowsSha256: string): DatasetManifest => ({
  schemaVersion: 1,
  timestamp,
  files: ['train', 'validation'].map((side) => ({
    path: `training/${side}_${timestamp}.csv`,
    sha256: sha256(`${side} ${rowsSha256}`),
    bytes: 1000,
    rows: 20,
  })),
  rowsSha256,
  classCounts: {
    train: { before: { negative: 10, positive: 5 }, after: { negative: 10, positive: 10 } },
    validation: { before: { negative: 3, positive: 2 }, after: { negative: 3, positive: 3 } },
  },
  exclusions: {},
  labelCounts: {
    any: { negative: 13, positive: 7, censored: 0 },
    asserted: { negative: 13, positive: 7, censored: 0 },
  },
  unparsableItems: 0,
  parameters: {
    minDays: 30,
    validationSplit: 0.2,
    days: 30,
    asOf: { instant: '2026-11-01T00:00:00Z' },
    cutoffsPerUser: 1,
    cutoffStrideDays: 7,
    labelPolicy: 'any',
    splitBy: 'user',
    balance: 'both',
    seed: 1,
    maxFailedUserFraction: 0.1,
  },
  featureSchemaVersion: 1,
  featureNames: ['mood_mean_7day', 'mood_std_7day'],
});

describe('the nightly tasks', () => {
  it('register the datasets of other parts with the models that learned from them, once each', async () => {
    const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
    for (const [timestamp, rows] of [
      ['20261001_000000', first],
      ['20261101_000000', second],
    ] as const) {
      const Key = `training/manifest_${timestamp}.json`;
      const Body = manifestText(crisisManifest(timestamp, rows));
      await s3.send(new PutObjectCommand({ Bucket: 'mindmate-ml-models-000000000000', Key, Body }));
    }
    await s3.send(
      new PutObjectCommand({
        Bucket: 'mindmate-health-data-000000000000',
        Key: 'training/metabolic_diabetes/2026/11/health_journal_2026_11.jsonl',
        Body: '{"output":"a"}\n{"output":"b"}\n',
      }),
    );
    const registry = makeDynamoDbModelRegistry({ client: dynamoDb, tableName: 'MindMate-ModelRegistry' });
    await registry.register({
      modelName: 'crisis',
      jobName: 'job-1',
      status: 'approved',
      reasons: [],
      metrics: { ...goodMetrics, rowsSha256: second },
      modelDataUrl: 's3://models/1',
      createdAt: '2026-11-01T00:00:00Z',
    });
    await nightly('version');
    await nightly('version');
    expect(await versionsOf('crisis')).toEqual(['1.1.0', '1.0.0']);
    expect(await versionsOf('narratives-metabolic-diabetes')).toEqual(['1.0.0']);
    const rows = makeDynamoDbDatasetVersions({ client: dynamoDb, tableName: 'wellcast-DatasetVersions' });
    expect(await rows.modelsOf('crisis')).toEqual([
      { datasetId: 'crisis', version: '1.1.0', modelName: 'crisis', modelVersion: '1' },
    ]);
    const { body } = await call('GET /datasets/load-version?datasetId=crisis&version=1.1.0', admin);
    expect(body).toMatchObject({
      links: [],
      manifest: {
        statistics: { rows: 26, trainRows: 20 },
        files: [{ location: 's3://mindmate-ml-models-000000000000/training/train_20261101_000000.csv' }, {}],
      },
    });
  });

  it("prepare datasets of the app's people and fill the cache, once for a night", async () => {
    for (let person = 0; person < 12; person += 1) {
      const moods = Array.from({ length: 10 }, (_, day) => 1 + ((person + day) % 10));
      await putItems(aws, appItems({ userId: `person-${person}`, moods, lastDay, text: 'x' }));
    }
    const feature = (column: string) => ({
      name: column,
      type: 'numerical',
      source: { table: 'features', column },
      preprocessing: ['imputation', 'scaling'],
      required: false,
    });
    const set = {
      name: 'Moods of people',
      target: 'mood_daily_mean',
      modelType: 'regression',
      features: [feature('mood_lag_1d'), feature('mood_lag_3d')],
    };
    expect(await call('POST /feature-sets/create', { ...admin, body: set })).toMatchObject({ status: 201 });
    await nightly('prepare');
    await nightly('prepare');
    expect(await versionsOf('moods-of-people')).toEqual(['1.0.0']);
    const { body } = await call('GET /datasets/load-version?datasetId=moods-of-people&version=1.0.0', admin);
    expect(body).toMatchObject({
      manifest: {
        inputs: { source: 'users', asOf: '2026-11-02T00:00:00Z' },
        statistics: { rows: 12, samples: 12 },
        preparedColumns: ['mood_lag_1d', 'mood_lag_3d'],
      },
    });
    await nightly('extract');
    const extract = '/features/extract?userId=person-1&startDate=2026-10-26&endDate=2026-11-01';
    expect(await call(`GET ${extract}`, admin)).toMatchObject({ status: 200, body: { cache: 'hit' } });
    await nightly('preprocess');
    expect(await versionsOf('moods-of-people')).toEqual(['1.0.0']);
  });
});
