import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPopulation } from '../../bin/local/load-population.ts';
import { Config } from '../../lib/config.ts';
import { generatePopulation } from '../../ml/synthetic/population.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { invoke } from './app-table.ts';

const endDay = 20_000;
const asOf = new Date((endDay - 6) * 86_400_000 - 1).toISOString();
let folder: string;
let direct: object;

const start = (config: object) =>
  startTestAws({
    dataDir: path.join(folder, 'data'),
    config: Config.parse(config),
    environmentsPerFunction: 1,
  });

const objects = async (aws: TestAws, Bucket: string, Prefix: string): Promise<Map<string, string>> => {
  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
  const texts = new Map<string, string>();
  for (const { Key } of Contents) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: Key! }));
    texts.set(Key!, await Body!.transformToString());
  }
  return texts;
};

/** SHA-256 over the sorted rows of all files under a path, headers left out. */
const rowsHash = async (aws: TestAws, uri: unknown): Promise<string> => {
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(String(uri)) ?? [];
  const rows = [...(await objects(aws, bucket, prefix)).values()].flatMap((text) =>
    text.trimEnd().split('\n').slice(1),
  );
  return createHash('sha256').update(rows.sort().join('\n')).digest('hex');
};

const factsOf = async (aws: TestAws, body: Readonly<Record<string, unknown>>) => {
  const { trainPath, validationPath, manifestPath, timestamp: _, trainingJobName: _job, ...counts } = body;
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(String(manifestPath)) ?? [];
  const manifest = JSON.parse((await objects(aws, bucket, key)).get(key) ?? '{}');
  const { files: _files, timestamp: _ts, ...described } = manifest;
  return {
    ...counts,
    train: await rowsHash(aws, trainPath),
    validation: await rowsHash(aws, validationPath),
    described,
  };
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-pipeline-'));
  const aws = await start({});
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(aws.client));
  const people = generatePopulation({ users: 45, days: 90, seed: 3, endDay });
  const target = { client, tableName: 'EmoCompanion', signal: new AbortController().signal };
  await loadPopulation(people, target, () => {});
  const { body } = await invoke(aws, 'prepareTrainingData', { asOf, triggerTraining: false });
  direct = await factsOf(aws, body);
  await aws.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('with more people than one function takes on, the door starts the pipeline, which makes the same dataset', async () => {
  const aws = await start({ directModeMaxUsers: 10, usersPerShard: 7 });
  const request = { asOf, triggerTraining: false, idempotencyKey: 'monthly-2026-11-01T00:00:00Z' };
  const started = await invoke(aws, 'prepareTrainingData', request);
  expect(started).toMatchObject({
    statusCode: 202,
    body: { status: 'RUNNING', executionName: 'monthly-2026-11-01' },
  });
  await aws.settled();
  const sfn = new SFNClient(aws.client);
  const executionArn = String(started.body['executionArn']);
  const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  expect(execution.status, `${execution.error} ${execution.cause}`).toBe('SUCCEEDED');

  const { statusCode, body } = await invoke(aws, 'prepareTrainingData', request);
  expect(statusCode).toBe(200);
  expect(await factsOf(aws, body)).toEqual(direct);
  expect(JSON.parse(execution.output ?? '')).toEqual(body);
  await aws.close();
}, 120_000);
