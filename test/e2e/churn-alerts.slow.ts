import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { archiveOf } from '../../bin/cli/write-archive.ts';
import { reasons } from '../../ml/models/customer-health/churn-reasons.ts';
import { scoreCustomers } from '../../ml/models/customer-health/score-customers.ts';
import { trainedHealthModel } from '../support/customer-health-model.ts';
import { packagedFiles } from '../support/customer-health-package.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { customerEventClients } from './customer-events.ts';
import { customerPopulation } from './customer-population.ts';

const bucket = 'mindmate-ml-models-000000000000';
const endpoint = 'mindmate-customer-health';

const ChurnAlert = z.object({
  kind: z.literal('churn-risk'),
  alertId: z.string(),
  churnRisk30d: z.number(),
  reasons: z.array(
    z.object({ feature: z.string(), direction: z.enum(['raises', 'lowers']), contribution: z.number() }),
  ),
});

/** Puts a model behind the endpoint that the functions know. */
const deploy = async (aws: TestAws) => {
  const s3 = new S3Client(aws.client);
  const sagemaker = new SageMakerClient(aws.client);
  const Key = 'models/customer-health/test/model.tar.gz';
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: await archiveOf(packagedFiles()) }));
  await sagemaker.send(
    new CreateModelCommand({
      ModelName: `${endpoint}-1`,
      ExecutionRoleArn: 'arn:aws:iam::000000000000:role/wellcast-serving',
      PrimaryContainer: { Image: 'image:1', ModelDataUrl: `s3://${bucket}/${Key}` },
    }),
  );
  const ServerlessConfig = { MemorySizeInMB: 2048, MaxConcurrency: 5 };
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: `${endpoint}-1`,
      ProductionVariants: [{ VariantName: 'AllTraffic', ModelName: `${endpoint}-1`, ServerlessConfig }],
    }),
  );
  await sagemaker.send(
    new CreateEndpointCommand({ EndpointName: endpoint, EndpointConfigName: `${endpoint}-1` }),
  );
  const { status } = Object(
    await aws.waitFor(
      (event) =>
        event.kind === 'endpoint-state' && (event.status === 'InService' || event.status === 'Failed'),
    ),
  );
  expect(status).toBe('InService');
  s3.destroy();
  sagemaker.destroy();
};

describe('customers who are likely to leave', () => {
  let aws: TestAws;
  let clients: ReturnType<typeof customerEventClients>;
  beforeAll(async () => {
    aws = await startTestAws();
    clients = customerEventClients(aws);
    await deploy(aws);
  }, 60_000);
  afterAll(async () => {
    clients.close();
    await aws.close();
  });
  const alerts = async () =>
    (await readFile(path.join(aws.dataDir, 'outbox', 'mindmate-churn-alerts.jsonl'), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => ChurnAlert.parse(JSON.parse(JSON.parse(line).message)));

  it('are told of once each, with the three reasons that the deployed model gives, whatever comes twice', {
    timeout: 120_000,
  }, async () => {
    const { customers, records } = customerPopulation({ count: 20, malformed: 0 });
    await clients.put(records);
    await clients.put(records.slice(0, 500));
    await aws.settled();

    const sent = await alerts();
    const { model } = trainedHealthModel();
    const entries = await clients.states.read(customers.map(({ profile }) => profile.customerId));
    const expected = [];
    for (const [customerId, found] of entries) {
      const { prediction, alertIds } = found.entry;
      const inputs = prediction?.inputs ?? expect.fail(`${customerId} was not predicted`);
      const [scored] = scoreCustomers(model, [inputs]);
      expect(prediction?.churnRisk30d).toBeCloseTo(scored?.churnRisk30d ?? Number.NaN, 6);
      if (alertIds.length === 0) {
        expect(scored?.churnRisk30d).toBeLessThanOrEqual(0.7);
        continue;
      }
      expected.push({ alertIds, customerId, features: reasons(model, inputs).map(({ feature }) => feature) });
    }
    expect(expected.length).toBeGreaterThan(0);
    expect(sent).toHaveLength(expected.length);
    for (const { alertId, churnRisk30d, reasons: told } of sent) {
      const customer = expected.find(({ alertIds }) => alertIds.includes(alertId));
      expect(await clients.states.whoseAlert(alertId)).toBe(customer?.customerId);
      expect(churnRisk30d).toBeGreaterThan(0.7);
      expect(told.map(({ feature }) => feature)).toEqual(customer?.features.slice(0, 3));
    }
  });

  it('and of whom nothing was expected yet are found by schedule, by the same deployed model', {
    timeout: 120_000,
  }, async () => {
    const { customers } = customerPopulation({ count: 20, malformed: 0 });
    const customerIds = customers.map(({ profile }) => profile.customerId);
    // As where there was no model when their events came.
    for (const [customerId, { entry, revision }] of await clients.states.read(customerIds)) {
      const unknown = { ...entry, prediction: undefined, episode: undefined, alertIds: [] };
      expect(await clients.states.replace(customerId, { entry: unknown, revision })).toBe(true);
    }
    const before = (await alerts()).length;
    await aws.fireSchedule('mindmate-quiet-customers');
    await aws.settled();

    const { model } = trainedHealthModel();
    const told = (await alerts()).slice(before);
    const atRisk: string[] = [];
    for (const [customerId, { entry }] of await clients.states.read(customerIds)) {
      const { prediction, alertIds } = entry;
      const [scored] = scoreCustomers(model, [prediction?.inputs ?? expect.fail('not predicted')]);
      expect(prediction?.churnRisk30d).toBeCloseTo(scored?.churnRisk30d ?? Number.NaN, 6);
      if ((scored?.churnRisk30d ?? 0) > 0.7) atRisk.push(...alertIds);
      else expect(alertIds, customerId).toEqual([]);
    }
    expect(atRisk.length).toBeGreaterThan(0);
    expect(told.map(({ alertId }) => alertId).sort()).toEqual(atRisk.sort());
  });
});
