import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateTrainingJobCommand,
  type CreateTrainingJobCommandInput,
  DescribeTrainingJobCommand,
  ListTrainingJobsCommand,
  SageMakerClient,
  StopTrainingJobCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const bucket = 'mindmate-ml-models-000000000000';
let folder: string;
let aws: TestAws;
let sagemaker: SageMakerClient;
let s3: S3Client;

const recorder = (recordFile: string) => {
  const catalog = testCatalog();
  const { functions } = catalog;
  const recordTrainingJobState = {
    ...functions.recordTrainingJobState,
    entry: 'test/local/handlers/record.ts',
    environment: { RECORD_FILE: recordFile },
  };
  const rules = catalog.rules.map((rule) => ({ ...rule, detailPrefixes: {} }));
  return { ...catalog, rules, functions: { ...functions, recordTrainingJobState } };
};

const start = async () => {
  aws = await startTestAws({
    dataDir: path.join(folder, 'data'),
    catalog: recorder(path.join(folder, 'events.jsonl')),
    trainingCommand: ['node', 'test/local/containers/tiny.ts', 'train'],
  });
  sagemaker = new SageMakerClient(aws.client);
  s3 = new S3Client(aws.client);
};

const stop = async () => {
  sagemaker.destroy();
  s3.destroy();
  await aws.close();
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-training-'));
  await start();
  for (const key of ['training/a/train.csv', 'training/a/more/train.csv', 'training/a-not-this.csv']) {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: 'x,label\n1,0\n' }));
  }
});

afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

const request = (
  name: string,
  hyperParameters: Record<string, string> = {},
  more: Partial<CreateTrainingJobCommandInput> = {},
): CreateTrainingJobCommandInput => ({
  TrainingJobName: name,
  RoleArn: 'arn:aws:iam::000000000000:role/wellcast-training',
  AlgorithmSpecification: { TrainingImage: 'image:1', TrainingInputMode: 'File' },
  HyperParameters: hyperParameters,
  InputDataConfig: [
    {
      ChannelName: 'train',
      ContentType: 'text/csv',
      DataSource: {
        S3DataSource: {
          S3DataType: 'S3Prefix',
          S3Uri: `s3://${bucket}/training/a/`,
          S3DataDistributionType: 'FullyReplicated',
        },
      },
    },
  ],
  OutputDataConfig: { S3OutputPath: `s3://${bucket}/models/crisis/` },
  ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 10 },
  StoppingCondition: { MaxRuntimeInSeconds: 3600 },
  ...more,
});

const create = (...parts: Parameters<typeof request>) =>
  sagemaker.send(new CreateTrainingJobCommand(request(...parts)));
const describeJob = (name: string) =>
  sagemaker.send(new DescribeTrainingJobCommand({ TrainingJobName: name }));
const ended = (name: string) =>
  aws.waitFor(
    (event) =>
      event.kind === 'training-state' &&
      event.jobName === name &&
      ['Completed', 'Failed', 'Stopped'].includes(event.status),
  );
const printed = (name: string, line: string) =>
  aws.waitFor((event) => event.kind === 'training-output' && event.jobName === name && event.line === line);
const logOf = (name: string) => readFile(path.join(aws.dataDir, 'logs', `training-${name}.log`), 'utf8');

/** In alphabetical order: EventBridge promises none, and neither does the local one. */
const recordedStates = async (name: string): Promise<string[]> => {
  await aws.settled();
  const text = await readFile(path.join(folder, 'events.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((event) => event.detail.TrainingJobName === name)
    .map((event) => event.detail.TrainingJobStatus)
    .sort();
};

describe('a job that succeeds', () => {
  test('runs the container on an /opt/ml of its own and packs its model', async () => {
    const { TrainingJobArn } = await create('good', { mode: 'ok' });
    await ended('good');
    const job = await describeJob('good');

    expect(TrainingJobArn).toBe('arn:aws:sagemaker:us-east-1:000000000000:training-job/good');
    expect(job).toMatchObject({
      TrainingJobStatus: 'Completed',
      SecondaryStatus: 'Completed',
      ModelArtifacts: { S3ModelArtifacts: `s3://${bucket}/models/crisis/good/output/model.tar.gz` },
      HyperParameters: { mode: 'ok' },
    });
    expect(job.TrainingStartTime).toBeInstanceOf(Date);
    expect(job.SecondaryStatusTransitions?.map(({ Status }) => Status)).toEqual([
      'Starting',
      'Downloading',
      'Training',
      'Uploading',
      'Completed',
    ]);
    const log = await logOf('good');
    expect(log).toContain('arguments train\n');
    expect(log).toContain('train more train.csv\n');
    expect(log).not.toMatch(/AWS_(ACCESS|SECRET|ENDPOINT)/);
  });

  test('two jobs with the same model make the same bytes', async () => {
    const bytes: string[] = [];
    for (const name of ['same-1', 'same-2']) {
      await create(name, { mode: 'ok' });
      await ended(name);
      const Key = `models/crisis/${name}/output/model.tar.gz`;
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      bytes.push((await Body?.transformToString('base64')) ?? name);
    }

    expect(bytes[0]).toBe(bytes[1]);
  });

  test('its states reach the target of the rule as EventBridge events', async () => {
    expect(await recordedStates('good')).toEqual(['Completed', 'InProgress']);
    const text = await readFile(path.join(folder, 'events.jsonl'), 'utf8');
    const event = JSON.parse(text.split('\n').find((line) => line.includes('"Completed"')) ?? '{}');
    expect(event).toMatchObject({
      version: '0',
      source: 'aws.sagemaker',
      'detail-type': 'SageMaker Training Job State Change',
      account: '000000000000',
      region: 'us-east-1',
      resources: ['arn:aws:sagemaker:us-east-1:000000000000:training-job/good'],
      detail: { SecondaryStatus: 'Completed', HyperParameters: { mode: 'ok' } },
    });
    expect(event.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(event.detail.CreationTime).toBeGreaterThan(1e12);
  });

  test('a checkpoint comes back to the next job that names it', async () => {
    const CheckpointConfig = { S3Uri: `s3://${bucket}/checkpoints/shared/` };
    for (const name of ['checkpoint-1', 'checkpoint-2']) {
      await create(name, { mode: 'ok' }, { CheckpointConfig });
      await ended(name);
    }

    expect(await logOf('checkpoint-1')).toContain('resumed false');
    expect(await logOf('checkpoint-2')).toContain('resumed true');
  });
});

describe('a job that does not', () => {
  test('a container that exits with 1 is Failed, with its own words, at most 1,024 of them', async () => {
    await create('bad', { mode: 'fail' });
    await ended('bad');
    const { TrainingJobStatus, FailureReason = '' } = await describeJob('bad');

    expect(TrainingJobStatus).toBe('Failed');
    expect(FailureReason).toMatch(/^AlgorithmError: the learning rate diverged!+, exit code: 1$/);
    expect(FailureReason).toHaveLength(1024);
    expect(await recordedStates('bad')).toEqual(['Failed', 'InProgress']);
  });

  test('a channel without objects is Failed as SageMaker words it', async () => {
    const channel = request('x').InputDataConfig?.[0];
    const S3DataSource = { S3DataType: 'S3Prefix' as const, S3Uri: `s3://${bucket}/nothing/` };
    await create(
      'no-data',
      {},
      { InputDataConfig: [{ ...channel, ChannelName: 'train', DataSource: { S3DataSource } }] },
    );
    await ended('no-data');

    expect((await describeJob('no-data')).FailureReason).toMatch(
      /^ClientError: Data download failed:No S3 objects found under S3 URL "s3:\/\/.*\/nothing\/"/,
    );
  });

  test('StopTrainingJob lets the container save its work and ends as Stopped', async () => {
    await create('stopped', { mode: 'wait' });
    await printed('stopped', 'waiting');
    await sagemaker.send(new StopTrainingJobCommand({ TrainingJobName: 'stopped' }));
    await ended('stopped');
    const job = await describeJob('stopped');

    expect(job).toMatchObject({ TrainingJobStatus: 'Stopped', SecondaryStatus: 'Stopped' });
    expect(job.ModelArtifacts?.S3ModelArtifacts).toContain('/stopped/output/model.tar.gz');
    expect(await recordedStates('stopped')).toEqual(['InProgress', 'Stopped', 'Stopping']);
    await expect(
      sagemaker.send(new StopTrainingJobCommand({ TrainingJobName: 'stopped' })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('a job over its time is Stopped with MaxRuntimeExceeded', async () => {
    await create('slow', { mode: 'wait' }, { StoppingCondition: { MaxRuntimeInSeconds: 1 } });
    await ended('slow');

    expect(await describeJob('slow')).toMatchObject({
      TrainingJobStatus: 'Stopped',
      SecondaryStatus: 'MaxRuntimeExceeded',
    });
  });

  test('a job that waits behind another is stopped without having run', async () => {
    await create('first', { mode: 'wait' });
    await printed('first', 'waiting');
    await create('second', { mode: 'ok' });
    expect(await describeJob('second')).toMatchObject({
      TrainingJobStatus: 'InProgress',
      SecondaryStatus: 'Starting',
    });
    for (const TrainingJobName of ['second', 'first']) {
      await sagemaker.send(new StopTrainingJobCommand({ TrainingJobName }));
    }
    await ended('second');
    await ended('first');

    expect((await describeJob('second')).TrainingStartTime).toBeUndefined();
  });
});

describe('what is refused', () => {
  test.each(['under_score', '-first', 'last-', 'x'.repeat(64)])('the name %s is refused', async (name) => {
    await expect(create(name)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}'),
    });
  });

  test('a name is used once, even after its job has ended', async () => {
    await create('once', { mode: 'ok' });
    await expect(create('once')).rejects.toMatchObject({ name: 'ResourceInUse' });
    await ended('once');
    await expect(create('once')).rejects.toMatchObject({
      name: 'ResourceInUse',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('spot training needs a longest wait that is no shorter than the longest run', async () => {
    const spot = (StoppingCondition: CreateTrainingJobCommandInput['StoppingCondition']) =>
      create('spot', {}, { EnableManagedSpotTraining: true, StoppingCondition });

    await expect(spot({ MaxRuntimeInSeconds: 60 })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(spot({ MaxRuntimeInSeconds: 60, MaxWaitTimeInSeconds: 59 })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  test('an unknown job cannot be described', async () => {
    await expect(describeJob('unknown')).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Requested resource not found.',
    });
  });
});

test('ListTrainingJobs filters, sorts and pages', async () => {
  const list = (input: object) => sagemaker.send(new ListTrainingJobsCommand(input));
  const first = await list({ NameContains: 'same-', SortBy: 'Name', SortOrder: 'Descending', MaxResults: 1 });
  const second = await list({
    NameContains: 'same-',
    SortBy: 'Name',
    SortOrder: 'Descending',
    MaxResults: 1,
    NextToken: first.NextToken,
  });
  const failed = await list({ StatusEquals: 'Failed', SortBy: 'Name' });

  expect(first.TrainingJobSummaries?.map(({ TrainingJobName }) => TrainingJobName)).toEqual(['same-2']);
  expect(second.TrainingJobSummaries?.map(({ TrainingJobName }) => TrainingJobName)).toEqual(['same-1']);
  expect(second.NextToken).toBeUndefined();
  expect(failed.TrainingJobSummaries?.map(({ TrainingJobName }) => TrainingJobName)).toEqual([
    'bad',
    'no-data',
  ]);
});

test('a job that was running when the local AWS ended runs again at the next start', async () => {
  await create('interrupted', { mode: 'wait' });
  await printed('interrupted', 'waiting');
  await stop();
  await start();
  await printed('interrupted', 'waiting');

  expect(await describeJob('interrupted')).toMatchObject({ TrainingJobStatus: 'InProgress' });
  await sagemaker.send(new StopTrainingJobCommand({ TrainingJobName: 'interrupted' }));
  await ended('interrupted');
  expect(await describeJob('good')).toMatchObject({ TrainingJobStatus: 'Completed' });
  expect(await recordedStates('interrupted')).toEqual(['InProgress', 'Stopped', 'Stopping']);
});
