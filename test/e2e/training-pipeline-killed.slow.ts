import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { ListTrainingJobsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPopulation } from '../../bin/local/load-population.ts';
import { parsePrepareTrainingDataRequest } from '../../lambdas/prepare-training-data/schema.ts';
import { pipelineInputText } from '../../lambdas/shared/training-dataset/pipeline-input.ts';
import { identifyRun } from '../../lambdas/shared/training-dataset/run-identity.ts';
import { generatePopulation } from '../../ml/synthetic/population.ts';
import { type KillableWellcast, startKillableWellcast } from '../support/killable-wellcast.ts';
import { invoke } from './app-table.ts';

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:mindmate-training-pipeline';
const endDay = 20_000;
const asOf = new Date((endDay - 6) * 86_400_000 - 1).toISOString();
/** Seconds from the start of an execution, or from taking it up again, to its end by force. */
const killedAfterMs = [400, 1_500, 4_000];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-pipeline-killed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = () => startKillableWellcast(path.join(folder, 'data'));

/** As the door starts it: there are too few people here for the door itself to do so. */
const begin = async (aws: KillableWellcast, idempotencyKey: string) => {
  const request = parsePrepareTrainingDataRequest({ asOf, idempotencyKey });
  const { runId, parameters } = identifyRun(request, 'unused');
  const input = pipelineInputText({ runId, request: parameters });
  const sfn = new SFNClient(aws.client);
  const started = await sfn.send(new StartExecutionCommand({ stateMachineArn, name: idempotencyKey, input }));
  return started.executionArn ?? '';
};

const ended = async (aws: KillableWellcast, executionArn: string) => {
  const sfn = new SFNClient(aws.client);
  for (;;) {
    const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

it('everything killed again and again, a run of the pipeline ends with one dataset and one training job', async () => {
  let aws = await start();
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(aws.client));
  const people = generatePopulation({ users: 45, days: 90, seed: 3, endDay });
  const target = { client, tableName: 'EmoCompanion', signal: new AbortController().signal };
  await loadPopulation(people, target, () => {});

  const executionArn = await begin(aws, 'mine');
  for (const afterMs of killedAfterMs) {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await aws.kill();
    aws = await start();
  }
  const execution = await ended(aws, executionArn);
  expect(execution.status, `${execution.error} ${execution.cause}`).toBe('SUCCEEDED');

  const { statusCode, body } = await invoke(aws, 'prepareTrainingData', { asOf, idempotencyKey: 'mine' });
  expect(statusCode, JSON.stringify(body)).toBe(200);
  expect(JSON.parse(execution.output ?? '')).toEqual(body);
  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  const Bucket = 'mindmate-ml-models-000000000000';
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'training/' }));
  const manifests = Contents.map(({ Key }) => Key!).filter((key) => key.includes('manifest'));
  expect(manifests).toEqual([`training/manifest_${body['timestamp']}.json`]);
  const sageMaker = new SageMakerClient(aws.client);
  const { TrainingJobSummaries = [] } = await sageMaker.send(new ListTrainingJobsCommand({}));
  expect(TrainingJobSummaries.map(({ TrainingJobName }) => TrainingJobName)).toEqual([
    body['trainingJobName'],
  ]);
  await aws.kill();
});
