import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { InvokeEndpointCommand, ModelError, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { create } from 'tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerColumns } from '../../ml/features/customer/customer-columns.ts';
import { exampleCustomer } from '../ml/features/customer/example-customer.ts';
import { trainedFiles, writeFiles } from '../support/customer-health-package.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const bucket = 'mindmate-ml-models-000000000000';
const endpointName = 'mindmate-customer-health';
const record = Object.fromEntries(customerColumns.map(({ name }, index) => [name, exampleCustomer[index]]));
let folder: string;
let aws: TestAws;
let lambda: LambdaClient;
let sagemaker: SageMakerClient;
let runtime: SageMakerRuntimeClient;
let s3: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-customers-'));
  await writeFiles(path.join(folder, 'model'), trainedFiles());
  aws = await startTestAws();
  lambda = new LambdaClient(aws.client);
  sagemaker = new SageMakerClient(aws.client);
  runtime = new SageMakerRuntimeClient(aws.client);
  s3 = new S3Client(aws.client);
});
afterAll(async () => {
  for (const client of [lambda, sagemaker, runtime, s3]) client.destroy();
  await aws.close();
  await rm(folder, { recursive: true });
});

const byLambda = async (request: unknown) => {
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: 'wellcast-predictCustomerHealth', Payload: JSON.stringify(request) }),
  );
  return JSON.parse(answer.Payload?.transformToString() ?? '');
};
const byContainer = async (request: unknown) => {
  const answer = await runtime.send(
    new InvokeEndpointCommand({
      EndpointName: endpointName,
      ContentType: 'application/json',
      Body: JSON.stringify(request),
    }),
  );
  return JSON.parse(answer.Body.transformToString());
};
const byCommandLine = async (customer: unknown, ...args: string[]) => {
  const input = path.join(folder, 'input.json');
  await writeFile(input, JSON.stringify(customer));
  return spawnWellcast(['predict', '--input', input, ...args]).ended;
};

/** Packs the model with the command line and puts the archive behind an endpoint with the SDK. */
const packAndDeploy = async (): Promise<string> => {
  const archive = path.join(folder, 'model.tar.gz');
  const args = ['package', 'customer-health', '--model-dir', path.join(folder, 'model'), '--output', archive];
  const packed = await spawnWellcast([...args, '--json']).ended;
  expect(packed.code, packed.stderr).toBe(0);
  const key = 'models/customer-health/1/model.tar.gz';
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: await readFile(archive) }));
  await sagemaker.send(
    new CreateModelCommand({
      ModelName: 'one',
      ExecutionRoleArn: 'arn:aws:iam::000000000000:role/wellcast-serving',
      PrimaryContainer: { Image: 'image:1', ModelDataUrl: `s3://${bucket}/${key}` },
    }),
  );
  const ServerlessConfig = { MemorySizeInMB: 2048, MaxConcurrency: 5 };
  const variant = { VariantName: 'AllTraffic', ModelName: 'one', ServerlessConfig };
  await sagemaker.send(
    new CreateEndpointConfigCommand({ EndpointConfigName: 'one', ProductionVariants: [variant] }),
  );
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: endpointName, EndpointConfigName: 'one' }));
  await aws.waitFor((event) => event.kind === 'endpoint-state' && event.status === 'InService');
  return JSON.parse(packed.stdout).version;
};

describe('a prediction', () => {
  it('is refused with a 503 that says so as long as there is no endpoint', async () => {
    expect(await byLambda({ customer: record })).toMatchObject({
      statusCode: 503,
      body: {
        error: {
          code: 'endpoint-unavailable',
          message: expect.stringContaining('There is no endpoint mindmate-customer-health yet'),
        },
      },
    });
  });

  it("is the same for the guide's example by the command line, the container and the function", async () => {
    const version = await packAndDeploy();
    const commandLine = await byCommandLine(
      exampleCustomer,
      '--model-dir',
      path.join(folder, 'model'),
      '--json',
    );
    expect(commandLine.code, commandLine.stderr).toBe(0);
    const doors = [
      JSON.parse(commandLine.stdout),
      await byContainer(exampleCustomer),
      (await byLambda({ customer: exampleCustomer })).body,
      (await byLambda({ customers: [record] })).body,
    ];
    for (const door of doors) {
      expect(door.modelVersion).toBe(version);
      expect(door.predictions).toHaveLength(1);
      for (const [name, value] of Object.entries(doors[0].predictions[0])) {
        expect(Math.abs(door.predictions[0][name] - Number(value)), name).toBeLessThan(1e-6);
      }
    }
    expect(Object.keys(doors[0].predictions[0])).toEqual([
      'first_session_success',
      'session_velocity',
      'churn_risk_14d',
      'churn_risk_30d',
      'health_score',
    ]);
  });

  it('has the same three reasons at every door that is asked for them', async () => {
    const archive = path.join(folder, 'model.tar.gz');
    const commandLine = await byCommandLine(record, '--archive', archive, '--explain', '--json');
    const container = await byContainer({ instances: [record], explain: true });
    const { body } = await byLambda({ customer: record, explain: true });
    expect(body.predictions[0].reasons).toHaveLength(3);
    expect(container.predictions).toEqual(body.predictions);
    expect(JSON.parse(commandLine.stdout).predictions).toEqual(body.predictions);
  });

  const { total_spend: _spend, ...missing } = record;
  it.each([
    ['a feature missing', missing, 'total_spend'],
    ['an extra one', { ...record, mood: 1 }, 'mood'],
    ['a renamed one', { ...missing, spend: 1800 }, 'total_spend'],
    ['a value out of its range', { ...record, tutor_consistency: 1.5 }, 'tutor_consistency'],
    ['a category never seen', { ...record, subscription_tier: 'gold' }, 'subscription_tier'],
    ['a list that is too short', exampleCustomer.slice(0, 45), 'primary_subject'],
  ])('is refused by name at every door for %s', async (_name, customer, feature) => {
    const commandLine = await byCommandLine(customer, '--model-dir', path.join(folder, 'model'));
    expect([commandLine.code, commandLine.stderr]).toEqual([1, expect.stringContaining(feature)]);
    const refused = await byContainer(customer).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ModelError);
    expect(refused).toMatchObject({ OriginalStatusCode: 400, message: expect.stringContaining(feature) });
    const answer = await byLambda({ customer });
    expect([answer.statusCode, answer.body.error.message]).toEqual([400, expect.stringContaining(feature)]);
  });

  it('is refused by the function for what is no request', async () => {
    for (const request of [
      {},
      { customer: record, customers: [record] },
      { customers: [] },
      { explain: 3 },
    ]) {
      expect((await byLambda(request)).statusCode).toBe(400);
    }
    const many = await byLambda({ customers: Array.from({ length: 501 }, () => record) });
    expect([many.statusCode, many.body.error.code]).toEqual([413, 'too-many-customers']);
  });
});

describe('wellcast package --check', () => {
  it('says that an archive is whole, or what keeps it from serving, with exit code 1', async () => {
    const archive = path.join(folder, 'model.tar.gz');
    const whole = await spawnWellcast(['package', '--check', archive]).ended;
    expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining('is whole: customer-health')]);

    const torn = path.join(folder, 'torn.tar.gz');
    await writeFile(torn, (await readFile(archive)).subarray(0, 900));
    const refused = await spawnWellcast(['package', '--check', torn]).ended;
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('breaks off or is no .tar.gz'),
    ]);

    // As the training guide's own command packs it: neither manifest nor network that this container reads.
    await writeFiles(folder, new Map([['plain/best_model.h5', Buffer.from('h5')]]));
    await create({ gzip: true, cwd: folder, file: path.join(folder, 'plain.tar.gz') }, ['plain']);
    const plain = await spawnWellcast(['package', '--check', path.join(folder, 'plain.tar.gz'), '--json'])
      .ended;
    expect(plain.code).toBe(1);
    expect(JSON.parse(plain.stdout).problems.map(({ code }: { code: string }) => code)).toContain(
      'missing-normalization',
    );
  });
});
