import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeTrainingJobCommand,
  ListTrainingJobsCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPopulation } from '../../bin/local/load-population.ts';
import { generatePopulation } from '../../ml/synthetic/population.ts';
import { type KillableWellcast, startKillableWellcast } from '../support/killable-wellcast.ts';
import { invoke } from './app-table.ts';

const bucket = 'mindmate-ml-models-000000000000';
const endDay = 20_000;
/** As shares of the time that an undisturbed preparation takes here. */
const killedAt = [0.3, 0.85];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-killed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = () => startKillableWellcast(path.join(folder, 'data'));

const request = { idempotencyKey: 'monthly', asOf: new Date((endDay - 6) * 86_400_000 - 1).toISOString() };
const prepare = (aws: KillableWellcast, more: object = {}) =>
  invoke(aws, 'prepareTrainingData', { ...request, ...more });

const jobStatuses = async (aws: KillableWellcast) => {
  const sageMaker = new SageMakerClient(aws.client);
  const { TrainingJobSummaries = [] } = await sageMaker.send(new ListTrainingJobsCommand({}));
  return TrainingJobSummaries;
};

it('a preparation killed again and again ends with one complete dataset and one training job', async () => {
  let aws = await start();
  const people = generatePopulation({ users: 45, days: 90, seed: 3, endDay });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(aws.client));
  await loadPopulation(
    people,
    { client, tableName: 'EmoCompanion', signal: new AbortController().signal },
    () => {},
  );

  const startedAt = performance.now();
  const undisturbed = await prepare(aws, { idempotencyKey: 'yardstick', triggerTraining: false });
  const usualMs = performance.now() - startedAt;
  expect(undisturbed.statusCode, JSON.stringify(undisturbed.body)).toBe(200);

  for (const share of killedAt) {
    const answer = prepare(aws).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, share * usualMs));
    await aws.kill();
    await answer;
    aws = await start();
  }
  const { statusCode, body } = await prepare(aws);
  expect(statusCode, JSON.stringify(body)).toBe(200);
  expect((await prepare(aws)).body).toEqual(body);

  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'training/' }));
  const manifests = Contents.map(({ Key }) => Key!).filter((key) => key.includes('manifest'));
  expect(manifests).toHaveLength(2);

  const jobName = String(body['trainingJobName']);
  const sageMaker = new SageMakerClient(aws.client);
  for (;;) {
    const job = await sageMaker.send(new DescribeTrainingJobCommand({ TrainingJobName: jobName }));
    if (job.TrainingJobStatus === 'Completed') break;
    expect(job.TrainingJobStatus, job.FailureReason).toBe('InProgress');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect((await jobStatuses(aws)).map(({ TrainingJobName }) => TrainingJobName)).toEqual([jobName]);
  await aws.kill();
}, 300_000);
