import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { tinyHyperparameters, wearableCsv } from '../ml/wearable/training/wearable-csv.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const bucket = 'mindmate-ml-models-000000000000';

let aws: TestAws;
let s3: S3Client;
let lambda: LambdaClient;
beforeAll(async () => {
  aws = await startTestAws();
  s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  lambda = new LambdaClient(aws.client);
});
afterAll(async () => {
  s3.destroy();
  lambda.destroy();
  await aws.close();
});

const environment = () => ({
  AWS_ENDPOINT_URL: aws.endpoint,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
});
const wellcast = async (...args: string[]) => {
  const end = await spawnWellcast(args, environment()).ended;
  if (end.code !== 0) throw new Error(end.stderr);
  return end.stdout;
};
const invoke = async (FunctionName: string, payload: object) => {
  const Payload = Buffer.from(JSON.stringify(payload));
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload }));
  return Object(JSON.parse(Buffer.from(answer.Payload ?? []).toString('utf8')));
};

const Versions = z.array(
  z.object({
    version: z.number(),
    status: z.string(),
    jobName: z.string(),
    modelDataUrl: z.string(),
    reasons: z.array(z.string()),
  }),
);
const versions = async () =>
  Versions.parse(JSON.parse(await wellcast('models', 'list', '--model', 'lstm-autoencoder', '--json')));

/** Twelve samples of somebody at rest, as the seed's request has them. */
const atRest = Array.from({ length: 12 }, (_, index) => ({
  heartRate: 62 + (index % 3),
  steps: 0,
  calories: 0.1,
  distance: 0,
  hour_sin: 0.5,
  hour_cos: 0.866,
  is_weekend: 0,
}));

describe('a wearable model trained on SageMaker', () => {
  it('is published with its verdict, and scores once it is let through', async () => {
    const keys = { trainPath: 'training/watch_train.csv', validationPath: 'training/watch_validation.csv' };
    const csv = { trainPath: wearableCsv(4000, 1), validationPath: wearableCsv(3000, 2) };
    for (const channel of ['trainPath', 'validationPath'] as const)
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: keys[channel], Body: csv[channel] }));
    const started = await invoke('mindmate-triggerModelTraining', {
      trainPath: `s3://${bucket}/${keys.trainPath}`,
      validationPath: `s3://${bucket}/${keys.validationPath}`,
      hyperParameters: tinyHyperparameters,
    });
    expect(started).toMatchObject({ statusCode: 200, body: { started: true } });
    const { jobName } = started.body;
    expect(jobName).toMatch(/^mindmate-lstm-autoencoder-/);
    await expect.poll(versions, { timeout: 50_000, interval: 500 }).toHaveLength(1);
    const [trained] = await versions();
    expect(trained).toMatchObject({ version: 1, jobName });
    const prefix = trained?.modelDataUrl.replace(`s3://${bucket}/`, '') ?? '';
    expect(prefix).toMatch(/^models\/lstm-autoencoder\/[0-9a-f]{16}\/$/);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    expect(Contents.map(({ Key = '' }) => Key.slice(prefix.length)).sort()).toEqual([
      'metadata.json',
      'metrics.json',
      'model.json',
      'model_settings.json',
      'normalization_params.json',
      'threshold.json',
      'training_history.json',
      'weights.bin',
    ]);
    expect(trained?.reasons.join(' ')).not.toContain('It was not measured');
    if (trained?.status === 'approved') expect(trained.reasons).toEqual([]);
    else expect(trained?.reasons.length).toBeGreaterThan(0);

    const folder = path.join(aws.dataDir, 'fetched-model');
    await mkdir(folder);
    for (const { Key = '' } of Contents) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      await writeFile(path.join(folder, path.basename(Key)), (await Body?.transformToByteArray()) ?? '');
    }
    const publish = ['publish', 'lstm-autoencoder', '--model', folder, '--approve'];
    expect(await wellcast(...publish)).toContain('version 2: approved\n  Approved by hand');
    expect(await wellcast(...publish)).toContain('version 2: approved, as it was before');
    const [, byHand] = await versions();
    expect(byHand).toMatchObject({ status: 'approved', modelDataUrl: trained?.modelDataUrl });
    expect(await wellcast('models', 'list', '--model', 'lstm-autoencoder')).toMatch(/2 +approved +0\.\d{3}/);
    const scored = await invoke('health-anomaly-detector', { metrics: atRest });
    expect(scored).toMatchObject({ statusCode: 200 });
    expect(scored.body.results.at(-1)).toMatchObject({ source: 'model' });
  });
});
