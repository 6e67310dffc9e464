import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseReviewQuietCustomersRequest } from '../../../lambdas/review-quiet-customers/schema.ts';
import testPayload from '../../../lambdas/review-quiet-customers/test-payload.json' with { type: 'json' };
import { makeDynamoDbCustomerStates } from '../../../lambdas/shared/adapters/dynamodb-customer-states.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { catalogPredictingBySilence } from '../../support/predicting-by-silence.ts';
import { silentCustomer } from '../../support/silent-customer.ts';
import { captureOutput } from '../support/capture-output.ts';
import { customerEventsEnvironment } from '../support/customer-events-environment.ts';
import { load } from '../support/handler-environment.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';
import { restoreEnvironment } from '../support/restore-environment.ts';

/** An id; must come out in no log. */
const canary = 'canary-5e1f';
const context = { awsRequestId: 'request-1' };
restoreEnvironment();
let aws: TestAws;
let db: DynamoDBClient;

beforeAll(async () => {
  aws = await startTestAws({ catalog: catalogPredictingBySilence() });
  db = new DynamoDBClient(aws.client);
  Object.assign(process.env, aws.clientEnvironment, customerEventsEnvironment('no-such-topic'));
});
afterAll(async () => {
  db.destroy();
  await aws.close();
});

describe('the handler that reviews quiet customers', () => {
  it('fails in the end when nobody could be told, so that a schedule hears of it, and names nobody', async () => {
    const states = makeDynamoDbCustomerStates({
      client: db,
      tableName: 'wellcast-CustomerState',
      sleep: async () => {},
      random: () => 0,
      telemetry: recordingTelemetry().telemetry,
    });
    await states.replace(canary, { entry: silentCustomer(canary, Date.now(), 9).entry, revision: 0 });
    const handler = await load('review-quiet-customers');
    const output = captureOutput();
    const scheduled = { source: 'aws.scheduler', detail: { scheduledAt: new Date().toISOString() } };
    await expect(handler(scheduled, context)).rejects.toMatchObject({ name: 'InvocationFailedError' });
    expect((await states.read([canary])).get(canary)?.entry.episode).toMatchObject({ alert: 'due' });

    // Lambda tries it again: the day's review is done, and what is due waits for the next.
    expect(await handler(scheduled, context)).toEqual({
      statusCode: 200,
      body: { status: 'complete', customersReviewed: 0, customersPredicted: 0, customersFailed: 0 },
    });
    output.release();
    expect(output.text()).not.toContain(canary);
  });

  it('refuses what is no moment, and takes the test payload', async () => {
    const handler = await load('review-quiet-customers');
    const output = captureOutput();
    expect(await handler({ scheduledAt: 'tomorrow' }, context)).toMatchObject({ statusCode: 400 });
    output.release();
    expect(parseReviewQuietCustomersRequest(testPayload)).toEqual({});
  });
});
