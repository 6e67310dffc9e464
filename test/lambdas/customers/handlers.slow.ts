import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveOf } from '../../../bin/cli/write-archive.ts';
import { makeDynamoDbApprovedModels } from '../../../lambdas/shared/adapters/dynamodb-approved-models.ts';
import { makeDynamoDbModelRegistry } from '../../../lambdas/shared/adapters/dynamodb-model-registry.ts';
import { makeEventBridgeModelApprovals } from '../../../lambdas/shared/adapters/eventbridge-model-approvals.ts';
import { makeS3ModelArchives } from '../../../lambdas/shared/adapters/s3-model-archives.ts';
import { systemClock } from '../../../lambdas/shared/adapters/system-clock.ts';
import { makePublishCustomerHealth } from '../../../lambdas/shared/publish-customer-health.ts';
import { exampleCustomer } from '../../ml/features/customer/example-customer.ts';
import { packagedFiles, trainedFiles } from '../../support/customer-health-package.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { captureOutput } from '../support/capture-output.ts';
import { bucket, load } from '../support/handler-environment.ts';
import { restoreEnvironment } from '../support/restore-environment.ts';

const endpointName = 'mindmate-customer-health';
const tableName = 'MindMate-ModelRegistry';
const context = { awsRequestId: 'request-1' };
restoreEnvironment();
let aws: TestAws;
let db: DynamoDBClient;
let s3: S3Client;
let events: EventBridgeClient;

beforeAll(async () => {
  aws = await startTestAws();
  Object.assign(process.env, aws.clientEnvironment, {
    ENDPOINT_NAME: endpointName,
    VARIANT_NAME: 'AllTraffic',
    ENDPOINT_SETTINGS: JSON.stringify({ mode: 'serverless', memoryMb: 1024, maxConcurrency: 1 }),
    ENDPOINT_ALARMS: `${endpointName}-errors,${endpointName}-latency`,
    ENDPOINT_DEPLOYMENTS_TABLE: 'wellcast-EndpointDeployments',
    SERVING_IMAGE: 'image:1',
    SERVING_ROLE_ARN: 'arn:aws:iam::000000000000:role/wellcast-serving',
    MODEL_REGISTRY_TABLE: tableName,
    ALERT_TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:mindmate-alerts',
  });
  db = new DynamoDBClient(aws.client);
  s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  events = new EventBridgeClient(aws.client);
});
afterAll(async () => {
  for (const client of [db, s3, events]) client.destroy();
  await aws.close();
});

const publish = async (seed: number, approved: boolean) => {
  const make = makePublishCustomerHealth({
    archives: makeS3ModelArchives({ client: s3, bucket }),
    registry: makeDynamoDbModelRegistry({ client: db, tableName }),
    // Nobody but this test is to deploy.
    approvals: { announce: async () => {} },
    clock: systemClock,
  });
  const version = `00000000000000${String(seed).padStart(2, '0')}`;
  return make({
    archive: await archiveOf(packagedFiles(trainedFiles({ seed }))),
    version,
    metrics: null,
    decision: { approved, reasons: [] },
    jobName: `published-${version}`,
  });
};
/** Resolves once the endpoint is done with what was asked of it. */
const settled = () =>
  expect
    .poll(() => aws.events.filter(({ kind }) => kind === 'endpoint-state').at(-1), { timeout: 20_000 })
    .toMatchObject({ status: 'InService' });

describe('the handlers behind customer health', () => {
  it('predict, deploy and roll back, and log nobody', { timeout: 60_000 }, async () => {
    const [predict, deploy, rollBack] = await Promise.all(
      ['predict-customer-health', 'deploy-approved-model', 'roll-back-endpoint'].map(load),
    );
    const output = captureOutput();
    const answers: unknown[] = [];
    try {
      answers.push(await predict?.({ customer: exampleCustomer }, context));
      await publish(1, true);
      answers.push(await deploy?.({ modelName: 'customer-health', version: 1 }, context));
      await settled();
      await publish(2, true);
      answers.push(await deploy?.({ modelName: 'customer-health', version: 2 }, context));
      await settled();
      answers.push(await predict?.({ customer: exampleCustomer, explain: true }, context));
      const timestamp = new Date().toISOString();
      const detail = { alarmName: `${endpointName}-errors`, state: { value: 'ALARM', timestamp } };
      answers.push(await rollBack?.({ source: 'aws.cloudwatch', detail }, context));
      await settled();
      answers.push(await predict?.({ customers: [{ ...exampleCustomer }] }, context));
      answers.push(await deploy?.({ modelName: 'customer-health', version: 7 }, context));
    } finally {
      output.release();
    }
    expect(answers).toMatchObject([
      { statusCode: 503, body: { error: { code: 'endpoint-unavailable' } } },
      { statusCode: 200, body: { outcome: 'created' } },
      { statusCode: 200, body: { outcome: 'updating' } },
      { statusCode: 200, body: { predictions: [{ reasons: [{}, {}, {}] }] } },
      { statusCode: 200, body: { outcome: 'rolled-back' } },
      { statusCode: 400, body: { error: { code: 'invalid-request' } } },
      { statusCode: 409, body: { error: { code: 'not-deployable' } } },
    ]);
    // The customer's spend and tenure, and the probability that was found.
    expect(output.text()).not.toMatch(/1800|churn_risk|total_spend/);
    expect(output.text()).toContain('endpoint rolled back');
  });

  it('find what a person approves, and tell it to the bus', async () => {
    const models = makeDynamoDbApprovedModels({ client: db, tableName });
    const { number } = await publish(3, false);
    expect(await models.find('customer-health', number)).toMatchObject({ status: 'rejected' });
    expect(await models.newest('customer-health')).toBe(2);
    expect(await models.approve('customer-health', number, 'Approved by hand.')).toBe(true);
    expect(await models.newest('customer-health')).toBe(number);
    expect(await models.approve('customer-health', 99, 'Approved by hand.')).toBe(false);
    expect(await models.newest('nothing')).toBeUndefined();
    const seen = aws.events.length;
    await makeEventBridgeModelApprovals({ client: events }).announce({
      modelName: 'customer-health',
      version: number,
    });
    await aws.settled();
    expect(aws.events.slice(seen)).toContainEqual(
      expect.objectContaining({ kind: 'endpoint-state', status: 'Updating' }),
    );
  });
});
