import { describe, expect, it } from 'vitest';
import { makeDirectSnsAlerts } from '../../../../lambdas/shared/adapters/direct-sns-alerts.ts';
import { makeJsonItemCalls } from '../../../../lambdas/shared/aws/json-item-calls.ts';
import { makeReadObject } from '../../../../lambdas/shared/aws/read-object.ts';
import { makeReadSecret } from '../../../../lambdas/shared/aws/read-secret.ts';
import type { WireRequest } from '../../../../lambdas/shared/aws/send-request.ts';
import { type StubAnswer, stubAws } from '../../support/stub-aws.ts';

/** AWS that gives these answers one after the other, the last one for ever; three tries a call. */
const answering = (...answers: readonly (StubAnswer | Error)[]) => {
  const sent: WireRequest[] = [];
  const waits: number[] = [];
  let retries = 0;
  const callAws = stubAws(
    (request) => {
      sent.push(request);
      const answer = answers[Math.min(sent.length, answers.length) - 1] ?? {};
      if (answer instanceof Error) throw answer;
      return answer;
    },
    {
      maxAttempts: 3,
      environment: { AWS_REGION: 'eu-central-1', _X_AMZN_TRACE_ID: 'Root=1-a' },
      sleep: async (durationMs) => {
        waits.push(durationMs);
      },
      telemetry: {
        count: () => {
          retries += 1;
        },
      },
    },
  );
  return { callAws, sent, waits, retries: () => retries };
};

const refusal = (status: number, type: string, message = '') => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message }),
});
const refused = (code: string) => Object.assign(new Error('no connection'), { code });
const query = { TableName: 'items' };

describe('a call of AWS', () => {
  it.each([
    ['is throttled', refusal(400, 'ProvisionedThroughputExceededException')],
    ['fails within AWS', { status: 500, body: '' }],
    ['finds AWS busy', { status: 503, body: '<Error><Code>SlowDown</Code></Error>' }],
    ['takes too long for S3', { status: 400, body: '<Error><Code>RequestTimeout</Code></Error>' }],
    ['finds nobody at the other end', refused('ECONNREFUSED')],
    ['breaks off', refused('ECONNRESET')],
    ['finds no address', refused('EAI_AGAIN')],
  ])('is made again when it %s, after a wait that grows, and counted', async (_, failure) => {
    const { callAws, waits, retries } = answering(failure, failure, { body: '{"Items":[]}' });
    expect(await makeJsonItemCalls(callAws).query(query)).toEqual({ Items: [] });
    // Half of 100 and of 200 ms, by full jitter at ½.
    expect(waits).toEqual([50, 100]);
    expect(retries()).toBe(2);
  });

  it('is given up after so many tries, with the error of the last', async () => {
    const { callAws, sent } = answering(refusal(400, 'ThrottlingException', 'Slow down.'));
    await expect(makeJsonItemCalls(callAws).query(query)).rejects.toMatchObject({
      name: 'ThrottlingException',
      message: 'Slow down.',
      $metadata: { httpStatusCode: 400 },
    });
    expect(sent).toHaveLength(3);
  });

  it.each([
    ['ConditionalCheckFailedException', refusal(400, 'ConditionalCheckFailedException')],
    ['AccessDenied', { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }],
    ['ValidationException', { status: 400, headers: { 'x-amzn-errortype': 'ValidationException:http://x' } }],
    ['AwsCallError', { status: 403, body: '{torn' }],
  ])('that is refused for good, as %s, is not made again', async (name, failure) => {
    const { callAws, sent } = answering(failure);
    await expect(makeJsonItemCalls(callAws).query(query)).rejects.toMatchObject({ name });
    expect(sent).toHaveLength(1);
  });

  it('goes signed to the region, and says which invocation it is part of', async () => {
    const { callAws, sent } = answering({ body: '{"Item":{"n":{"N":"1"}}}' });
    const Key = { PK: { S: 'a' } };
    expect(await makeJsonItemCalls(callAws).getItem({ TableName: 'items', Key })).toEqual({
      Item: { n: { N: '1' } },
    });
    expect(sent[0]).toMatchObject({
      endpoint: { href: 'https://dynamodb.eu-central-1.amazonaws.com/' },
      method: 'POST',
      path: '/',
      body: '{"TableName":"items","Key":{"PK":{"S":"a"}}}',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.GetItem',
        'x-amzn-trace-id': 'Root=1-a',
        authorization: expect.stringContaining('/20260105/eu-central-1/dynamodb/aws4_request'),
      },
    });
  });

  it('reads an object whole, tells one that is not there, and throws where it may not look', async () => {
    const there = answering({ body: Buffer.from([0, 255]) });
    expect(await makeReadObject(there.callAws)('s3://models/v 1/a.bin')).toEqual(Buffer.from([0, 255]));
    expect(there.sent[0]?.endpoint.host).toBe('models.s3.eu-central-1.amazonaws.com');
    expect(there.sent[0]?.path).toBe('/v%201/a.bin');
    const absent = answering({ status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' });
    expect(await makeReadObject(absent.callAws)('s3://models/v1/a.bin')).toBeUndefined();
    for (const code of ['AccessDenied', 'NoSuchBucket']) {
      const other = answering({ status: 404, body: `<Error><Code>${code}</Code></Error>` });
      await expect(makeReadObject(other.callAws)('s3://models/v1/a.bin')).rejects.toThrow();
    }
  });

  it('reads the text of a secret', async () => {
    const { callAws, sent } = answering({ body: '{"SecretString":"a text"}' });
    expect(await makeReadSecret(callAws)('a/secret')).toBe('a text');
    expect(sent[0]?.headers).toMatchObject({ 'x-amz-target': 'secretsmanager.GetSecretValue' });
    expect(sent[0]?.body).toBe('{"SecretId":"a/secret"}');
  });

  it('publishes to a topic', async () => {
    const { callAws, sent } = answering({ body: '<PublishResponse/>' });
    await makeDirectSnsAlerts({ callAws, topicArn: 'arn:aws:sns:a:1:b' }).send({
      subject: 'Hello & more',
      message: '{"a":1}',
    });
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
      Action: 'Publish',
      Version: '2010-03-31',
      TopicArn: 'arn:aws:sns:a:1:b',
      Subject: 'Hello & more',
      Message: '{"a":1}',
    });
  });
});
