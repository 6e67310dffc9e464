import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeEndpointCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCustomer } from '../ml/features/customer/example-customer.ts';
import { overflowingHealthModel } from '../support/customer-health-model.ts';
import { trainedFiles, writeFiles } from '../support/customer-health-package.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationClient } from '../support/preparation-client.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const endpointName = 'mindmate-customer-health';
let folder: string;
let aws: TestAws;
let lambda: LambdaClient;
let sagemaker: SageMakerClient;
let documents: DynamoDBDocumentClient;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-deployment-'));
  await writeFiles(path.join(folder, 'good'), trainedFiles());
  await writeFiles(path.join(folder, 'better'), trainedFiles({ seed: 2 }));
  // Whole, of this release, and its answers are no numbers: nothing but a customer shows it.
  const files = overflowingHealthModel().files;
  const bad = trainedFiles();
  bad.set('best_model/model.json', files.get('model.json') ?? new Uint8Array());
  bad.set('best_model/weights.bin', files.get('weights.bin') ?? new Uint8Array());
  await writeFiles(path.join(folder, 'bad'), bad);
  aws = await startTestAws();
  lambda = new LambdaClient(aws.client);
  sagemaker = new SageMakerClient(aws.client);
  documents = DynamoDBDocumentClient.from(new DynamoDBClient(aws.client));
});
afterAll(async () => {
  for (const client of [lambda, sagemaker, documents]) client.destroy();
  await aws.close();
  await rm(folder, { recursive: true });
});

const wellcast = async (...args: string[]) => {
  const ended = await spawnWellcast(args, aws.clientEnvironment).ended;
  expect(ended.code, ended.stderr).toBe(0);
  return ended.stdout;
};
const publish = async (name: string, ...args: string[]) =>
  JSON.parse(
    await wellcast('publish', 'customer-health', '--model-dir', path.join(folder, name), '--json', ...args),
  );
const invoke = async (name: string, request: unknown) => {
  const FunctionName = `wellcast-${name}`;
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(request) }));
  return JSON.parse(answer.Payload?.transformToString() ?? '');
};
const predict = () => invoke('predictCustomerHealth', { customer: exampleCustomer });
const describeEndpoint = () => sagemaker.send(new DescribeEndpointCommand({ EndpointName: endpointName }));

/** Resolves once the endpoint has settled in a configuration, after so many events. */
const inService = async (seen: number) => {
  await aws.waitFor(
    (event) =>
      aws.events.indexOf(event) >= seen &&
      event.kind === 'endpoint-state' &&
      ['InService', 'Failed'].includes(event.status),
  );
  await aws.settled();
  return describeEndpoint();
};

describe('a customer-health model', () => {
  it('that nobody has measured is registered and not deployed', async () => {
    const published = await publish('good');
    expect(published).toMatchObject({ number: 1, status: 'rejected' });
    expect(published.reasons).toEqual(['It was not measured: train it with --test-data.']);
    await aws.settled();
    expect((await predict()).statusCode).toBe(503);
  });

  it('is put behind an endpoint of its own by its approval', async () => {
    const seen = aws.events.length;
    expect(await wellcast('models', 'approve', 'customer-health', '--version', '1')).toContain('approved');
    const endpoint = await inService(seen);
    expect(endpoint.EndpointStatus).toBe('InService');
    expect(endpoint.EndpointConfigName).toMatch(/^mindmate-customer-health-v1-[0-9a-f]{8}$/);
    const { statusCode, body } = await predict();
    expect([statusCode, body.predictions.length]).toEqual([200, 1]);
    expect(await wellcast('models', 'list', '--model', 'customer-health')).toMatch(/1 {2}approved/);
  });

  it('replaces the version before when it is approved, and an approval told of twice changes nothing', async () => {
    const before = (await predict()).body.modelVersion;
    const seen = aws.events.length;
    const published = await publish('better', '--approve');
    expect(published).toMatchObject({ number: 2, status: 'approved' });
    expect((await inService(seen)).EndpointConfigName).toMatch(/-v2-/);
    const { body } = await predict();
    expect(body.modelVersion).toBe(published.version);
    expect(body.modelVersion).not.toBe(before);
    const again = await invoke('deployApprovedModel', { modelName: 'customer-health', version: 2 });
    expect(again).toMatchObject({ statusCode: 200, body: { outcome: 'unchanged' } });
  });

  it('that fails is taken out by the alarm, the version before is put back, and people hear of it', async () => {
    let seen = aws.events.length;
    expect(await publish('bad', '--approve')).toMatchObject({ number: 3, status: 'approved' });
    expect((await inService(seen)).EndpointConfigName).toMatch(/-v3-/);
    seen = aws.events.length;
    // The third error within five minutes raises the alarm.
    for (let call = 1; call <= 3; call++) expect((await predict()).statusCode).toBe(502);
    await aws.waitFor((event) => event.kind === 'alarm' && event.alarmName === `${endpointName}-errors`);
    expect((await inService(seen)).EndpointConfigName).toMatch(/-v2-/);
    expect((await predict()).statusCode).toBe(200);
    const told = aws.events.find(
      (event) => event.kind === 'topic-message' && /rolled back/.test(event.subject),
    );
    expect(told).toMatchObject({ subject: 'mindmate-customer-health was rolled back' });
    const { Item } = await documents.send(
      new GetCommand({ TableName: 'wellcast-EndpointDeployments', Key: { endpointName } }),
    );
    expect(Item).toMatchObject({
      current: { modelVersion: 2 },
      previous: null,
      rolledBack: [{ modelVersion: 3, alarmName: `${endpointName}-errors` }],
    });
  });

  it('that an alarm took out is not deployed again by a repeated approval', async () => {
    const event = { 'detail-type': 'Model Approved', detail: { modelName: 'customer-health', version: 3 } };
    expect(await invoke('deployApprovedModel', event)).toMatchObject({
      body: { outcome: 'rolled-back-before' },
    });
    expect((await describeEndpoint()).EndpointConfigName).toMatch(/-v2-/);
  });

  it('that is promoted to production is the one served from then on, until a rollback', async () => {
    const call = preparationClient(aws);
    const admin = { user: 'ada', groups: ['admins'] };
    const promote = (version: number, to: string) =>
      call(`POST /models/customer-health/versions/${version}/promote`, { ...admin, body: { to } });
    let seen = aws.events.length;
    await promote(1, 'staging');
    expect(await promote(1, 'production')).toMatchObject({ status: 200, body: { production: 1 } });
    expect((await inService(seen)).EndpointConfigName).toMatch(/-v1-/);
    const event = { 'detail-type': 'Model Approved', detail: { modelName: 'customer-health', version: 2 } };
    expect(await invoke('deployApprovedModel', event)).toMatchObject({
      body: { outcome: 'not-in-production' },
    });
    seen = aws.events.length;
    await promote(2, 'staging');
    await promote(2, 'production');
    expect((await inService(seen)).EndpointConfigName).toMatch(/-v2-/);
    seen = aws.events.length;
    const back = await call('POST /models/customer-health/rollback', { ...admin, body: {} });
    expect(back).toMatchObject({ status: 200, body: { version: 1, production: 1 } });
    expect((await inService(seen)).EndpointConfigName).toMatch(/-v1-/);
    expect((await predict()).statusCode).toBe(200);
    const listed = await wellcast('models', 'list', '--model', 'customer-health');
    expect(listed).toMatch(/1 .*production\n.*2 .*staging\n.*3 .*development\n/);
  });
});
