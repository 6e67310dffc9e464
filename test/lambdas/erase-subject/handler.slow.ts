import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbAuditPersons } from '../../../lambdas/shared/adapters/dynamodb-audit-persons.ts';
import { makeDynamoDbErasures } from '../../../lambdas/shared/adapters/dynamodb-erasures.ts';
import { makeRequestErasure } from '../../../lambdas/shared/erasure/request-erasure.ts';
import { makeCatalog } from '../../../lib/catalog.ts';
import { Config } from '../../../lib/config.ts';
import { makeResourceNames } from '../../../local/resource-names.ts';
import { localSecretValue } from '../../../local/secrets-manager/secrets-manager-service.ts';
import { contentHash } from '../../../ml/narratives/content-hash.ts';
import { pseudonym } from '../../../ml/narratives/pseudonym.ts';
import { everythingStored } from '../../support/everything-stored.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { load } from '../support/handler-environment.ts';
import { restoreEnvironment } from '../support/restore-environment.ts';

const userId = 'canary-61d4';
const lineKey = randomBytes(32);
const line = pseudonym(lineKey, 'user', userId);
const healthBucket = 'mindmate-health-data-000000000000';
const modelsBucket = 'mindmate-ml-models-000000000000';
const catalog = makeCatalog(Config.parse({ erasureSettleSeconds: 0 }));
const lineOf = (user: string, output: string) =>
  `${JSON.stringify({ output, metadata: { user_id: user } })}\n`;
const file = 'training/metabolic_diabetes/2026/03/health_journal_2026_03.jsonl';
const part = 'training-parts/metabolic_diabetes/2026/03/p1.jsonl';
const secret = { read: async () => localSecretValue(catalog.secrets.tombstone.name) };

restoreEnvironment();
let aws: TestAws;
let client: DynamoDBClient;
let s3: S3Client;

const putItem = (TableName: string, Item: Record<string, unknown>) =>
  DynamoDBDocumentClient.from(client).send(new PutCommand({ TableName, Item }));
const putObject = (Bucket: string, Key: string, Body: string, Metadata: Record<string, string> = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, Metadata }));
const read = async (Bucket: string, Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

/** What stands in stores that only unusual doors lead to, old versions among it. */
const fill = async () => {
  await putItem('EmoCompanion', { PK: `USER#${userId}`, SK: 'PROFILE', userId });
  await putItem('EmoCompanion', { PK: 'ROOM#1', SK: 'MEMBER', userId });
  await putItem('MindMate-AnomalyAlerts', { PK: 'ALERT#forgotten', userId, startMs: 0, schemaVersion: 1 });
  await putItem('MindMate-PseudonymKeys', { PK: `USER#${userId}`, key: lineKey, schemaVersion: 1 });
  // A file that grew, as compaction leaves it, and a part that was folded.
  await putObject(healthBucket, file, lineOf(line, 'a'));
  await putObject(healthBucket, file, lineOf(line, 'a') + lineOf('somebody', 'b'), { 'fold-list': 'x' });
  await putObject(healthBucket, part, lineOf(line, 'c') + lineOf('somebody', 'd'));
  const request = { narrative: 'n </s>', sourceMetadata: { userId, key: 'raw/x' } };
  await putObject(healthBucket, 'quarantine/2026/03/q.json', JSON.stringify({ request }));
  await putObject(healthBucket, 'quarantine/2026/03/none.json', 'not JSON');
  await putItem('MindMate-TrainingExamples', { PK: `CLAIM#${contentHash('n </s>', 'raw/x')}` });
  await putObject(modelsBucket, 'training/wearable/normal.csv', `userId,heartRate\n${userId},70\nben,71\n`);
  await putObject(modelsBucket, 'training/wearable/unnamed.csv', 'heartRate\n70\n');
  // Files of an attempt whose dataset was never published, in parts.
  await putItem('MindMate-SampleLineage', {
    PK: `USER#${userId}`,
    SK: 'DATASET#20260301_000000',
    sampleId: 'sample_000007',
    side: 'train',
    schemaVersion: 1,
  });
  const csv = 'sample_id,a,label\nsample_000007,1,1\nsample_000008,2,0\n';
  await putObject(modelsBucket, 'training/20260301_000000/train/part-0.csv', csv);
  const rows =
    '{"sample_id":"sample_000007","a":1,"label":1}\n{"sample_id":"sample_000008","a":2,"label":0}\n';
  await putObject(modelsBucket, 'training/train_20260301_000000.jsonl', rows);
  await putItem('MindMate-TrainingJobs', {
    jobId: 'training#mindmate-1',
    jobName: 'mindmate-1',
    trainPath: `s3://${modelsBucket}/training/20260301_000000/train/`,
  });
  await putItem('MindMate-ModelRegistry', { modelName: 'crisis', version: 3, jobName: 'mindmate-1' });
  await putObject('mindmate-ml-datasets-000000000000', 'jobs/1.json', JSON.stringify({ people: [userId] }));
  await putObject(
    'mindmate-ml-datasets-000000000000',
    'jobs/2.json',
    JSON.stringify({ people: [`${userId}-2`] }),
  );
  for (const folder of ['users', 'index', 'features']) {
    const text = folder === 'features' ? '[[1]]' : JSON.stringify([userId]);
    await putObject(
      'mindmate-training-work-000000000000',
      `runs/20260301_000000/${folder}/000000.json`,
      text,
    );
  }
};

beforeAll(async () => {
  aws = await startTestAws({ catalog });
  client = new DynamoDBClient(aws.client);
  s3 = new S3Client(aws.client);
  const names = makeResourceNames(catalog, () => aws.endpoint);
  const variables = Object.entries(catalog.functions.eraseSubject.environment);
  Object.assign(
    process.env,
    aws.clientEnvironment,
    Object.fromEntries(variables.map(([name, value]) => [name, names.environmentValue(value)])),
  );
  await fill();
});
afterAll(async () => {
  client.destroy();
  s3.destroy();
  await aws.close();
});

const placesNaming = async (text: string) =>
  (await everythingStored(aws)).filter((thing) => thing.text.includes(text)).map(({ place }) => place);

describe('the handler that erases', () => {
  it('finds what unusual doors have left, old versions and unfinished work too, and spares what is others’', async () => {
    const erasures = makeDynamoDbErasures({ client, tableName: 'wellcast-Erasures', secret });
    const persons = makeDynamoDbAuditPersons({
      client,
      tableName: 'wellcast-AuditKeys',
      secret,
      randomBytes,
    });
    const request = makeRequestErasure({
      tombstones: { among: async () => new Set(), raise: async () => undefined },
      erasures,
      persons,
      clock: { now: Date.now },
      launch: async () => undefined,
    });
    const { erasureId } = await request(userId);
    const handler = await load('erase-subject');
    const answer = await handler({ source: 'aws.scheduler', detail: {} }, { awsRequestId: 'request-1' });
    expect(answer).toEqual({ statusCode: 200, body: { complete: 1, settling: 0, failed: 0 } });

    expect((await placesNaming(userId)).filter((place) => !place.includes('jobs/2.json'))).toEqual([]);
    expect(await placesNaming(line)).toEqual([]);
    expect(await read(healthBucket, file)).toBe(lineOf('somebody', 'b'));
    expect(await read(healthBucket, part)).toBe(lineOf('somebody', 'd'));
    expect(await read(modelsBucket, 'training/wearable/normal.csv')).toBe('userId,heartRate\nben,71\n');
    expect(await read(modelsBucket, 'training/20260301_000000/train/part-0.csv')).toBe(
      'sample_id,a,label\nsample_000008,2,0\n',
    );
    const { receipt } = (await erasures.find(erasureId)) ?? {};
    expect(receipt?.receipt).toMatchObject({
      removed: {
        app: { items: 2 },
        watch: { alerts: 1 },
        narratives: { lines: 2, entries: 1, claims: 1 },
        transient: { uploads: 1, shards: 1 },
        datasets: { rows: 1, lineageRows: 1 },
        wearableFiles: { rows: 1 },
      },
      datasetsRebuilt: [{ dataset: 'crisis 20260301_000000', sha256: null }],
      modelsAffected: ['crisis 3'],
    });
  });

  it('has nothing to do where every erasure is complete, and refuses what names none', async () => {
    const handler = await load('erase-subject');
    expect(await handler({}, { awsRequestId: 'request-2' })).toEqual({
      statusCode: 200,
      body: { complete: 0, settling: 0, failed: 0 },
    });
    expect(await handler({ erasureId: 'x' }, { awsRequestId: 'request-3' })).toMatchObject({
      statusCode: 400,
    });
  });
});
