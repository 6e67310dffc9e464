import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BehavioralFeatureAnswer } from '../../lambdas/extract-behavioral-features/schema.ts';
import { MoodFeatureAnswer } from '../../lambdas/extract-mood-features/schema.ts';
import { SentimentFeatureAnswer } from '../../lambdas/extract-sentiment-features/schema.ts';
import { crisisFeatureNames } from '../../ml/features/crisis-feature-schema.ts';
import { moodFeatureNames } from '../../ml/features/mood-features.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { captureOutput } from './support/capture-output.ts';
import { fourteenPeople } from './support/fourteen-people.ts';
import { bucket, container, environment, load, textsUnder } from './support/handler-environment.ts';
import { putItems } from './support/put-items.ts';
import { restoreEnvironment } from './support/restore-environment.ts';

/** In every id and text; must never come out again. */
const canary = 'canary-7f3a';
let aws: TestAws;
let db: DynamoDBClient;
restoreEnvironment();
const context = { awsRequestId: 'request-1' };

beforeAll(async () => {
  aws = await startTestAws({ trainingCommand: ['node', '-e', container] });
  Object.assign(process.env, aws.clientEnvironment, environment);
  db = new DynamoDBClient(aws.client);
  await putItems(db, 'EmoCompanion', fourteenPeople(canary));
});
afterAll(async () => {
  db.destroy();
  await aws.close();
});

describe('the feature functions', () => {
  it.each([
    ['extract-mood-features', MoodFeatureAnswer],
    ['extract-behavioral-features', BehavioralFeatureAnswer],
    ['extract-sentiment-features', SentimentFeatureAnswer],
  ])('%s answers flat features for one user and results for a batch', async (name, schema) => {
    const handler = await load(name);
    const output = captureOutput();
    const one = await handler({ userId: `${canary}-0` }, context);
    const batch = await handler(
      { requests: [{ userId: `${canary}-0` }, { userId: `${canary}-13` }] },
      context,
    );
    const refusals = [
      await handler({ userId: `${canary}-none` }, context),
      await handler({ userId: `${canary}-0`, [canary.slice(0, 3)]: 1, asOf: canary }, context),
    ];
    output.release();
    expect(one).toMatchObject({ statusCode: 200 });
    schema.parse(Reflect.get(Object(one), 'body'));
    expect(batch).toMatchObject({
      body: {
        results: [
          { ok: true, skippedItems: 0 },
          { ok: false, error: { code: 'opted-out' } },
        ],
      },
    });
    expect(refusals).toMatchObject([{ statusCode: 404 }, { statusCode: 400 }]);
    expect(JSON.stringify([batch, refusals])).not.toContain(canary);
    expect(output.text()).toContain('"Namespace":"wellcast"');
    expect(output.text()).not.toContain(canary);
  });

  it('answer over HTTP with a text and headers', async () => {
    const handler = await load('extract-mood-features');
    const event = {
      version: '2.0',
      requestContext: { http: {} },
      body: JSON.stringify({ userId: `${canary}-1` }),
    };
    const output = captureOutput();
    const answer = await handler(event, context);
    output.release();
    const body: unknown = JSON.parse(String(Reflect.get(Object(answer), 'body')));
    expect(Object.keys(Object(body))).toEqual([...moodFeatureNames]);
  });
});

describe('from the table to a registered model', () => {
  let answer: Record<string, unknown>;
  let output: ReturnType<typeof captureOutput>;
  beforeAll(async () => {
    const prepare = await load('prepare-training-data');
    output = captureOutput();
    const result = await prepare({ idempotencyKey: 'handlers' }, context);
    output.release();
    answer = Object(Reflect.get(Object(result), 'body'));
    await aws.waitFor((event) => event.kind === 'training-state' && event.status === 'Completed');
    await aws.settled();
  });

  it('prepareTrainingData answers the dataset and the job', () => {
    expect(answer).toMatchObject({
      success: true,
      usersConsidered: 14,
      usersFailed: 0,
      rowsCensored: 0,
      // 13 people × 0.2 = 2.6 → 3: two calm, one in crisis; 7 + 3 to train.
      trainNegativeClass: 7,
      trainPositiveClass: 7,
      valNegativeClass: 2,
      valPositiveClass: 2,
      trainingJobName: expect.stringMatching(/^mindmate-crisis-[0-9a-f]{16}$/),
    });
  });

  it('the job is recorded as Completed and its model registered as approved, once', async () => {
    const record = await load('record-training-job-state');
    const jobName = String(answer['trainingJobName']);
    const event = {
      source: 'aws.sagemaker',
      'detail-type': 'SageMaker Training Job State Change',
      detail: { TrainingJobName: jobName, TrainingJobStatus: 'Completed' },
    };
    const silent = captureOutput();
    const again = await record(event, context);
    silent.release();
    expect(again).toMatchObject({ statusCode: 200, body: { jobName, outcome: 'recorded', modelVersion: 1 } });
    const documents = DynamoDBDocumentClient.from(db);
    const rows = (await documents.send(new ScanCommand({ TableName: 'MindMate-TrainingJobs' }))).Items ?? [];
    expect(rows.find((row) => row['jobId'] === `training#${jobName}`)).toMatchObject({ status: 'Completed' });
    const versions = (await documents.send(new ScanCommand({ TableName: 'MindMate-ModelRegistry' }))).Items;
    expect(versions).toMatchObject([{ modelName: 'crisis', version: 1, jobName, status: 'approved' }]);
  });

  it('triggerModelTraining answers the same job for the same rows, also without a manifest', async () => {
    const trigger = await load('trigger-model-training');
    const { trainPath, validationPath, manifestPath, trainingJobName } = answer;
    const silent = captureOutput();
    const withManifest = await trigger({ trainPath, validationPath, manifestPath }, context);
    const fromFiles = await trigger({ trainPath, validationPath }, context);
    const nowhere = await trigger({ trainPath: `s3://${bucket}/training/none.csv`, validationPath }, context);
    silent.release();
    expect(withManifest).toMatchObject({
      body: { jobName: trainingJobName, started: false, status: 'Completed' },
    });
    expect(fromFiles).toEqual(withManifest);
    expect(nowhere).toMatchObject({ statusCode: 404, body: { error: { code: 'dataset-not-found' } } });
  });

  it('a job that fails is recorded with its reason, told of, and started anew under the next name', async () => {
    const trigger = await load('trigger-model-training');
    const { trainPath, validationPath } = answer;
    const request = { trainPath, validationPath, hyperParameters: { seed: 13 }, jobName: 'unlucky_one' };
    const silent = captureOutput();
    const first: unknown = Reflect.get(Object(await trigger(request, context)), 'body');
    const jobName = String(Reflect.get(Object(first), 'jobName'));
    await aws.waitFor(
      (event) => event.kind === 'training-state' && event.jobName === jobName && event.status === 'Failed',
    );
    await aws.settled();
    const second = await trigger(request, context);
    silent.release();
    expect(second).toMatchObject({ body: { started: true, jobName: `${jobName}-2` } });
    const rows = (
      await DynamoDBDocumentClient.from(db).send(new ScanCommand({ TableName: 'MindMate-TrainingJobs' }))
    ).Items;
    expect(rows?.find((row) => row['jobName'] === jobName)).toMatchObject({
      status: 'Failed',
      failureReason: expect.stringContaining('seed 13 is out of luck'),
    });
    const outbox = await textsUnder(path.join(aws.dataDir, 'outbox'));
    expect(outbox).toContain(jobName);
    expect(outbox).toContain('seed 13 is out of luck');
  });

  it('no id and no text comes out anywhere: logs, keys, files, manifest, rows, jobs', async () => {
    const s3 = new S3Client(aws.client);
    const listed = (await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? [];
    const files = await Promise.all(
      listed.map(async ({ Key = '' }) => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
        return `${Key}\n${await Body?.transformToString('latin1')}`;
      }),
    );
    s3.destroy();
    expect(files.join('')).toContain(crisisFeatureNames.join(','));
    const tables = ['MindMate-TrainingJobs', 'MindMate-ModelRegistry'].map((TableName) =>
      DynamoDBDocumentClient.from(db).send(new ScanCommand({ TableName })),
    );
    const rows = JSON.stringify((await Promise.all(tables)).map(({ Items }) => Items));
    const logs = await textsUnder(path.join(aws.dataDir, 'logs'));
    expect(logs).toContain('features extracted');
    const everything = {
      files: files.join(''),
      rows,
      logs,
      output: output.text(),
      answer: JSON.stringify(answer),
    };
    for (const [place, text] of Object.entries(everything)) {
      expect(text.includes(canary), `found in ${place}`).toBe(false);
    }
  });

  it('a request that cannot be met is answered with counts and no ids', async () => {
    const prepare = await load('prepare-training-data');
    const silent = captureOutput();
    const refused = await prepare({ minDays: 3000, triggerTraining: false }, { awsRequestId: 'request-2' });
    silent.release();
    expect(refused).toMatchObject({
      statusCode: 400,
      body: {
        error: { code: 'insufficient-users', eligibleUsers: 0, usersOptedOut: 1, usersConsidered: 14 },
      },
    });
    expect(JSON.stringify(refused) + silent.text()).not.toContain(canary);
  });
});
