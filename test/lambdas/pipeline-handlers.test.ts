import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { captureOutput } from './support/capture-output.ts';
import { fourteenPeople } from './support/fourteen-people.ts';
import { bucket, container, environment, load, textsUnder } from './support/handler-environment.ts';
import { putItems } from './support/put-items.ts';
import { restoreEnvironment } from './support/restore-environment.ts';

/** In every id and text; must never come out again. */
const canary = 'canary-9b1d';
let aws: TestAws;
let output: ReturnType<typeof captureOutput>;
restoreEnvironment();
const context = { awsRequestId: 'request-1' };

beforeAll(async () => {
  aws = await startTestAws({ trainingCommand: ['node', '-e', container] });
  Object.assign(process.env, aws.clientEnvironment, environment, { DIRECT_MODE_MAX_USERS: '5' });
  const db = new DynamoDBClient(aws.client);
  await putItems(db, 'EmoCompanion', fourteenPeople(canary));
  db.destroy();
  output = captureOutput();
});
afterAll(async () => {
  output.release();
  await aws.close();
});

const Listed = z.object({ run: z.string(), items: z.string() });
const workBucket = environment['TRAINING_WORK_BUCKET'];
const s3Keys = async (Bucket: string | undefined) => {
  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  return Contents.map(({ Key }) => Key ?? '');
};
const itemsIn = async (Key: string): Promise<readonly unknown[]> => {
  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: workBucket, Key }));
  return JSON.parse((await Body?.transformToString()) ?? '');
};

describe('the steps of the pipeline, one after the other', () => {
  let answer: Record<string, unknown>;

  it('make a dataset in parts and start its training', async () => {
    const runId = `dataset#${'1'.repeat(64)}`;
    const list = await load('list-training-shards');
    const extract = await load('extract-training-shard');
    const plan = await load('plan-training-parts');
    const write = await load('write-training-part');
    const complete = await load('complete-training-dataset');
    const listed = Listed.parse(await list({ runId, request: {} }, context));
    for (const item of await itemsIn(listed.items)) await extract({ run: listed.run, item }, context);
    const planned = Listed.parse(await plan(listed, context));
    for (const item of await itemsIn(planned.items)) await write({ run: planned.run, item }, context);
    answer = Object(await complete(planned, context));
    expect(answer).toMatchObject({
      usersConsidered: 14,
      usersFailed: 0,
      // As with one function: 13 people × 0.2 = 2.6 → 3; 7 + 3 to train.
      trainNegativeClass: 7,
      trainPositiveClass: 7,
      valNegativeClass: 2,
      valPositiveClass: 2,
      trainingJobName: expect.stringMatching(/^mindmate-crisis-[0-9a-f]{16}$/),
    });
    // Again, as after an answer that was lost.
    expect(await complete(planned, context)).toEqual(answer);
  });

  it('leave numbers in the bucket of datasets, and nobody in the workspace', async () => {
    const parts = (await s3Keys(bucket)).filter((key) => key.includes('/part-'));
    expect(parts.length).toBeGreaterThanOrEqual(4);
    for (const key of await s3Keys(workBucket)) {
      expect(key).toMatch(/^runs\/\d{8}_\d{6}\/(run|listing|shards|parts|summary|manifest)\.json$/);
    }
    expect(await textsUnder(`${aws.dataDir}/s3`)).not.toContain(canary);
  });

  it('refuse what another try would not change under one name, and tell nobody', async () => {
    const extract = await load('extract-training-shard');
    const run = 'runs/20000101_000000/';
    await expect(extract({ run, item: { shard: '000000', users: 1 } }, context)).rejects.toMatchObject({
      name: 'Refused',
      message: expect.stringMatching(/^work-file-lost: /),
    });
    await expect(extract({ run: `${canary.slice(0, 3)}/` }, context)).rejects.toMatchObject({
      name: 'Refused',
      message: expect.stringMatching(/^invalid-request: /),
    });
    expect(output.text()).not.toContain(canary);
  });
});

it('the door answers 202 with the execution, the same again while it runs', async () => {
  const prepare = await load('prepare-training-data');
  const started = await prepare({ idempotencyKey: `${canary} chose this` }, context);
  expect(started).toMatchObject({
    statusCode: 202,
    body: { status: 'RUNNING', executionName: expect.stringMatching(/^key-[0-9a-f]{32}$/) },
  });
  expect(await prepare({ idempotencyKey: `${canary} chose this` }, context)).toEqual(started);
  const executionArn = String(Reflect.get(Object(Reflect.get(Object(started), 'body')), 'executionArn'));
  await new SFNClient(aws.client).send(new StopExecutionCommand({ executionArn }));
  expect(output.text()).not.toContain(canary);
});
