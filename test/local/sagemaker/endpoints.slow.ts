import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DeleteModelCommand,
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeModelCommand,
  ListEndpointConfigsCommand,
  ListEndpointsCommand,
  ListModelsCommand,
  SageMakerClient,
  UpdateEndpointCommand,
} from '@aws-sdk/client-sagemaker';
import { InvokeEndpointCommand, ModelError, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveOf } from '../../../bin/cli/write-archive.ts';
import { exampleCustomer } from '../../ml/features/customer/example-customer.ts';
import { packagedFiles, trainedFiles } from '../../support/customer-health-package.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const bucket = 'mindmate-ml-models-000000000000';
let folder: string;
let aws: TestAws;
let sagemaker: SageMakerClient;
let runtime: SageMakerRuntimeClient;
let s3: S3Client;

const start = async () => {
  aws = await startTestAws({
    dataDir: path.join(folder, 'data'),
    catalog: testCatalog(),
    servingStartupMs: 20_000,
  });
  sagemaker = new SageMakerClient(aws.client);
  runtime = new SageMakerRuntimeClient(aws.client);
  s3 = new S3Client(aws.client);
};

const stop = async () => {
  sagemaker.destroy();
  runtime.destroy();
  s3.destroy();
  await aws.close();
};

const put = (key: string, body: Uint8Array) =>
  s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
const describeEndpoint = (name: string) =>
  sagemaker.send(new DescribeEndpointCommand({ EndpointName: name }));
const createModel = (name: string, key: string) =>
  sagemaker.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: 'arn:aws:iam::000000000000:role/wellcast-serving',
      PrimaryContainer: { Image: 'image:1', ModelDataUrl: `s3://${bucket}/${key}` },
    }),
  );
const createConfig = (name: string, modelName: string) =>
  sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          ModelName: modelName,
          ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 },
        },
      ],
    }),
  );

/** The events of an endpoint, from a moment on. */
const settledAfter = (seen: number, name: string) =>
  aws.waitFor(
    (event) =>
      aws.events.indexOf(event) >= seen &&
      event.kind === 'endpoint-state' &&
      event.endpointName === name &&
      (event.status === 'InService' || event.status === 'Failed'),
  );
const containersOf = (name: string) =>
  aws.events.flatMap((event) =>
    event.kind === 'endpoint-container' && event.endpointName === name ? [event.processId ?? 0] : [],
  );
const isAlive = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
};

const deploy = async (names: { endpoint: string; config: string }, command: 'create' | 'update') => {
  const seen = aws.events.length;
  const input = { EndpointName: names.endpoint, EndpointConfigName: names.config };
  if (command === 'create') await sagemaker.send(new CreateEndpointCommand(input));
  else await sagemaker.send(new UpdateEndpointCommand(input));
  const during = await describeEndpoint(names.endpoint);
  await settledAfter(seen, names.endpoint);
  return { during: during.EndpointStatus, after: await describeEndpoint(names.endpoint) };
};

const predict = async (endpoint: string, body: unknown = exampleCustomer) => {
  const answer = await runtime.send(
    new InvokeEndpointCommand({
      EndpointName: endpoint,
      ContentType: 'application/json',
      Body: JSON.stringify(body),
    }),
  );
  return { ...answer, document: JSON.parse(answer.Body.transformToString()) };
};
const versionBehind = async (endpoint: string) => (await predict(endpoint)).document.modelVersion;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-endpoints-'));
  await start();
  await put('models/customer-health/a/model.tar.gz', await archiveOf(packagedFiles()));
  await put(
    'models/customer-health/b/model.tar.gz',
    await archiveOf(packagedFiles(trainedFiles({ seed: 2 }))),
  );
  await put('models/customer-health/wrong/model.tar.gz', await archiveOf(trainedFiles()));
  await put('models/customer-health/text/model.tar.gz', Buffer.from('no archive'));
  for (const name of ['a', 'b', 'wrong', 'text']) {
    await createModel(`model-${name}`, `models/customer-health/${name}/model.tar.gz`);
    await createConfig(`config-${name}`, `model-${name}`);
  }
});

afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

describe('an endpoint', () => {
  test('is Creating, then InService, and its container answers as the model does', async () => {
    const { during, after } = await deploy({ endpoint: 'health', config: 'config-a' }, 'create');
    expect(during).toBe('Creating');
    expect(after).toMatchObject({
      EndpointArn: 'arn:aws:sagemaker:us-east-1:000000000000:endpoint/health',
      EndpointStatus: 'InService',
      EndpointConfigName: 'config-a',
      ProductionVariants: [{ VariantName: 'AllTraffic', CurrentServerlessConfig: { MemorySizeInMB: 2048 } }],
    });
    const { document, InvokedProductionVariant, ContentType } = await predict('health');
    expect([InvokedProductionVariant, ContentType]).toEqual(['AllTraffic', 'application/json']);
    expect(document).toEqual({
      predictions: [expect.objectContaining({ churn_risk_30d: expect.any(Number) })],
      modelVersion: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  test("tells a model's own refusal as a ModelError with its status and text", async () => {
    const refused = predict('health', exampleCustomer.slice(1));
    await expect(refused).rejects.toThrow(ModelError);
    await expect(refused).rejects.toMatchObject({
      OriginalStatusCode: 400,
      OriginalMessage: expect.stringContaining('primary_subject'),
      $metadata: { httpStatusCode: 424 },
    });
  });

  test('is Updating while another version starts, and the one before goes on answering and is then ended', async () => {
    const [before] = containersOf('health');
    const old = await versionBehind('health');
    const { during, after } = await deploy({ endpoint: 'health', config: 'config-b' }, 'update');
    expect([during, after.EndpointStatus, after.EndpointConfigName]).toEqual([
      'Updating',
      'InService',
      'config-b',
    ]);
    expect(await versionBehind('health')).not.toBe(old);
    await expect.poll(() => isAlive(before ?? 0), { timeout: 10_000 }).toBe(false);
  });

  test('keeps what it has when an update fails, and says why', async () => {
    const serving = await versionBehind('health');
    const { after } = await deploy({ endpoint: 'health', config: 'config-wrong' }, 'update');
    expect(after).toMatchObject({
      EndpointStatus: 'InService',
      EndpointConfigName: 'config-b',
      FailureReason: expect.stringContaining('did not pass the ping health check'),
    });
    expect(await versionBehind('health')).toBe(serving);
    const log = await readFile(path.join(aws.dataDir, 'logs', 'endpoint-health.log'), 'utf8');
    expect(log).toContain('missing-manifest');
  });

  test('has its container started again when that dies', async () => {
    const before = containersOf('health').at(-1) ?? 0;
    process.kill(before, 'SIGKILL');
    await aws.waitFor(() => containersOf('health').at(-1) !== before);
    expect((await predict('health')).document.predictions).toHaveLength(1);
  });

  test('fails at its creation when the container does not come up, or the archive is none', async () => {
    const wrong = await deploy({ endpoint: 'wrong', config: 'config-wrong' }, 'create');
    expect(wrong.after).toMatchObject({
      EndpointStatus: 'Failed',
      FailureReason: expect.stringContaining('ping'),
    });
    const text = await deploy({ endpoint: 'text', config: 'config-text' }, 'create');
    expect(text.after.FailureReason).toContain('Failed to extract model data archive');
    await expect(predict('text')).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('is in service again after the local AWS was stopped and started, and no container stays behind', async () => {
    const version = await versionBehind('health');
    const containers = containersOf('health');
    await stop();
    expect(containers.filter(isAlive)).toEqual([]);
    expect(await readdir(path.join(folder, 'data', 'hosting', 'containers'))).toEqual([]);
    await start();
    await settledAfter(0, 'health');
    expect(await versionBehind('health')).toBe(version);
  });

  test('is gone, with its container, once deleted', async () => {
    const containers = containersOf('health');
    await sagemaker.send(new DeleteEndpointCommand({ EndpointName: 'health' }));
    await expect(describeEndpoint('health')).rejects.toThrow('Could not find endpoint');
    await expect(predict('health')).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Endpoint health of account 000000000000 not found.',
    });
    await expect.poll(() => containers.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  });
});

describe('what is refused as SageMaker refuses it', () => {
  test.each([
    [
      'a model without data',
      () => createModel('model-none', 'models/none.tar.gz'),
      'Could not find model data at s3://',
    ],
    [
      'a second model of one name',
      () => createModel('model-a', 'models/customer-health/a/model.tar.gz'),
      'already existing model',
    ],
    [
      'a name that is none',
      () => createModel('model_a', 'models/customer-health/a/model.tar.gz'),
      'regular expression',
    ],
    [
      'a configuration without its model',
      () => createConfig('config-x', 'model-x'),
      'Could not find model "arn:aws:sagemaker',
    ],
    [
      'a second configuration of one name',
      () => createConfig('config-a', 'model-a'),
      'already existing endpoint configuration',
    ],
    [
      'an endpoint without its configuration',
      () => deploy({ endpoint: 'x', config: 'config-x' }, 'create'),
      'Could not find endpoint configuration',
    ],
    [
      'an update of no endpoint',
      () => deploy({ endpoint: 'x', config: 'config-a' }, 'update'),
      'Could not find endpoint "arn',
    ],
    [
      'an update of a failed endpoint',
      () => deploy({ endpoint: 'wrong', config: 'config-a' }, 'update'),
      'Cannot update in-progress endpoint',
    ],
  ])('%s', async (_, call, said) => {
    await expect(call()).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(said),
    });
  });
});

test('models, configurations and endpoints are described, listed by page and deleted', async () => {
  expect(await sagemaker.send(new DescribeModelCommand({ ModelName: 'model-a' }))).toMatchObject({
    ModelArn: 'arn:aws:sagemaker:us-east-1:000000000000:model/model-a',
    PrimaryContainer: { ModelDataUrl: `s3://${bucket}/models/customer-health/a/model.tar.gz` },
    CreationTime: expect.any(Date),
  });
  expect(
    await sagemaker.send(new DescribeEndpointConfigCommand({ EndpointConfigName: 'config-a' })),
  ).toMatchObject({ ProductionVariants: [{ ModelName: 'model-a', VariantName: 'AllTraffic' }] });

  const ascending = { SortBy: 'Name', SortOrder: 'Ascending' } as const;
  const first = await sagemaker.send(new ListModelsCommand({ ...ascending, MaxResults: 3 }));
  const more = { ...ascending, NextToken: first.NextToken };
  const second = await sagemaker.send(new ListModelsCommand(more));
  const names = [...(first.Models ?? []), ...(second.Models ?? [])].map(({ ModelName }) => ModelName);
  expect(names).toEqual(['model-a', 'model-b', 'model-text', 'model-wrong']);
  const configs = await sagemaker.send(new ListEndpointConfigsCommand({ NameContains: 'wr' }));
  expect(configs.EndpointConfigs).toMatchObject([{ EndpointConfigName: 'config-wrong' }]);
  const failed = await sagemaker.send(new ListEndpointsCommand({ SortBy: 'Name', StatusEquals: 'Failed' }));
  expect(failed.Endpoints).toMatchObject([{ EndpointName: 'wrong' }, { EndpointName: 'text' }]);

  await sagemaker.send(new DeleteEndpointConfigCommand({ EndpointConfigName: 'config-text' }));
  await sagemaker.send(new DeleteModelCommand({ ModelName: 'model-text' }));
  await expect(sagemaker.send(new DescribeModelCommand({ ModelName: 'model-text' }))).rejects.toThrow(
    'Could not find model',
  );
  await expect(
    sagemaker.send(new DescribeEndpointConfigCommand({ EndpointConfigName: 'config-text' })),
  ).rejects.toThrow('Could not find endpoint configuration');
});
