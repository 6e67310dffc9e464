import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCustomerEvent } from '../../../lambdas/update-customer-features/schema.ts';
import testPayload from '../../../lambdas/update-customer-features/test-payload.json' with { type: 'json' };
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { captureOutput } from '../support/capture-output.ts';
import { customerEventsEnvironment } from '../support/customer-events-environment.ts';
import { load } from '../support/handler-environment.ts';
import { restoreEnvironment } from '../support/restore-environment.ts';

/** In ids and texts; must come out in no log. */
const canary = 'canary-91bd';
const context = { awsRequestId: 'request-1' };
restoreEnvironment();
let aws: TestAws;
let db: DynamoDBClient;

beforeAll(async () => {
  aws = await startTestAws();
  db = new DynamoDBClient(aws.client);
  Object.assign(process.env, aws.clientEnvironment, customerEventsEnvironment('mindmate-churn-alerts'));
});
afterAll(async () => {
  db.destroy();
  await aws.close();
});

const record = (sequenceNumber: string, text: string) => ({
  eventSource: 'aws:kinesis',
  kinesis: { sequenceNumber, data: Buffer.from(text).toString('base64') },
});
const login = { schemaVersion: 1, eventId: 'e1', customerId: canary, at: Date.now(), type: 'login' };

describe('the handler behind the stream of events', () => {
  it('names what it cannot understand by its sequence number and fields, keeps the rest and logs nobody', async () => {
    const handler = await load('update-customer-features');
    const output = captureOutput();
    const answer = await handler(
      {
        Records: [
          record('1', JSON.stringify(login)),
          record('2', `{"customerId":"${canary}`),
          record('3', JSON.stringify({ ...login, eventId: 'e2', at: Date.now() + 3_600_000 })),
          record('4', JSON.stringify({ ...login, eventId: 'e3', [canary]: 1 })),
          record('5', JSON.stringify({ ...login, eventId: 'e4', type: 'payment', amount: -1 })),
          record('6', JSON.stringify({ ...login, eventId: 'e5' })),
        ],
      },
      context,
    );
    output.release();

    expect(answer).toEqual({
      batchItemFailures: ['2', '3', '4', '5'].map((itemIdentifier) => ({ itemIdentifier })),
    });
    const refused = output
      .text()
      .split('\n')
      .filter((line) => line.includes('a record was refused'))
      .map((line) => JSON.parse(line));
    expect(refused.map(({ sequenceNumber, fields }) => [sequenceNumber, fields])).toEqual([
      ['2', 'record'],
      ['3', 'at'],
      ['4', 'an unknown field'],
      ['5', 'hasSucceeded, amount'],
    ]);
    expect(output.text()).not.toContain(canary);
    const { Item } = await db.send(
      new GetItemCommand({ TableName: 'wellcast-CustomerState', Key: { PK: { S: `CUSTOMER#${canary}` } } }),
    );
    expect(JSON.parse(Item?.['state']?.M?.['recent']?.S ?? '')).toHaveLength(2);
  });

  it('takes a lesson that is cancelled before its time, and every record of the test payload', async () => {
    const handler = await load('update-customer-features');
    const cancelled = { ...login, type: 'session', outcome: 'cancelled', tutorId: 't', at: Date.now() + 1e9 };
    const output = captureOutput();
    expect(await handler({ Records: [record('1', JSON.stringify(cancelled))] }, context)).toEqual({
      batchItemFailures: [],
    });
    output.release();
    const types = testPayload.Records.map(
      ({ kinesis }) =>
        parseCustomerEvent(JSON.parse(Buffer.from(kinesis.data, 'base64').toString()), Date.now()).type,
    );
    expect(types).toEqual(['profile', 'session']);
  });

  it('refuses what no stream sent', async () => {
    const handler = await load('update-customer-features');
    await expect(handler({ customerId: 'a' }, context)).rejects.toThrow('records of the stream');
  });
});
