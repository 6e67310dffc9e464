import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultingProxy } from '../support/faulting-proxy.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { seedMetadataKeys } from '../support/seed-line.ts';
import { invokeByName, putItems } from './app-table.ts';
import { bucket, narrativeClients } from './narrative-clients.ts';

let aws: TestAws;
let s3: S3Client;
let sqs: SQSClient;
beforeAll(async () => {
  aws = await startTestAws();
  s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  sqs = new SQSClient(aws.client);
});
afterAll(async () => {
  s3.destroy();
  sqs.destroy();
  await aws.close();
});

const format = (request: object) => invokeByName(aws, 'wellcast-formatTrainingNarrative', request);
const compact = () => invokeByName(aws, 'wellcast-compactTrainingData', {});
const month = new Date().toISOString().slice(0, 7);
const [year, monthNumber] = month.split('-');

/** From the seed's integration test, argument for argument. */
const seedRequest = {
  narrative:
    'Blood glucose data shows 450 readings with mean of 142 mg/dL. Control is moderate with 62% time in range.',
  source_metadata: {
    record_type: 'BloodGlucoseRecord',
    user_id: 'integration_test',
    correlation_id: 'test-abc-123',
    bucket: 'health-data',
    key: 'raw/BloodGlucoseRecord/2025/11/test.avro',
  },
  processing_metadata: {
    quality_score: 0.95,
    duration: 2.3,
    record_count: 450,
    clinical_insights: { control_status: 'fair', hypoglycemic_events: 3 },
  },
};

const linesAt = async (Key: string) => {
  const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
  expect(ContentType).toBe('application/jsonl');
  return (await Body!.transformToString()).trim().split('\n');
};
const keysUnder = async (Prefix: string) =>
  ((await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix }))).Contents ?? []).map(
    ({ Key }) => Key!,
  );

describe("the seed's interface", () => {
  it('gives its example shape, key for key, in its file after compaction', async () => {
    const { statusCode, body } = await format(seedRequest);
    expect({ statusCode, body }).toMatchObject({
      statusCode: 200,
      body: { success: true, healthDomain: 'metabolic_diabetes', masked: {} },
    });
    expect(await compact()).toMatchObject({ body: { months: 1, partsFolded: 1, unfinished: 0 } });
    const file = `training/metabolic_diabetes/${year}/${monthNumber}/health_journal_${year}_${monthNumber}.jsonl`;
    expect(await keysUnder('training/')).toEqual([file]);
    expect(await keysUnder('training-parts/')).toEqual([]);
    const [line = '', ...others] = await linesAt(file);
    expect(others).toEqual([]);
    const example = JSON.parse(line);
    expect(Object.keys(example)).toEqual(['instruction', 'input', 'output', 'metadata']);
    expect(Object.keys(example.metadata)).toEqual(seedMetadataKeys);
    expect(example.output).toBe(seedRequest.narrative);
    expect(example.metadata).toMatchObject({
      record_type: 'BloodGlucoseRecord',
      health_domain: 'metabolic_diabetes',
      quality_score: 0.95,
      record_count: 450,
      processing_duration_seconds: 2.3,
    });
    expect(line).not.toContain('integration_test');
    expect(line).not.toContain('test-abc-123');
  });

  it('answers a repeat with its why, whichever spelling it comes in', async () => {
    const { narrative, source_metadata: source } = seedRequest;
    const camel = {
      narrative,
      sourceMetadata: {
        bucket: source.bucket,
        key: source.key,
        recordType: source.record_type,
        userId: source.user_id,
        correlationId: 'another',
      },
    };
    expect((await format(camel)).body).toEqual({ success: false, reason: 'duplicate' });
  });

  it('takes a batch, of which nothing sinks anything else', async () => {
    await putItems(aws, [{ PK: 'USER#opted-out', SK: 'PROFILE', mlOptOut: true }]);
    const one = (change: object, source: object = {}) => ({
      ...seedRequest,
      ...change,
      source_metadata: { ...seedRequest.source_metadata, ...source },
    });
    const { body } = await format({
      requests: [
        one({ narrative: 'Mean glucose was 120 mg/dL.' }),
        one({ narrative: 'Mean glucose was 120 mg/dL.' }),
        one({ narrative: '  ' }),
        one({ narrative: 'Ends here </s> and goes on.' }),
        one({ narrative: 'Steps: 9,000.' }, { user_id: 'opted-out' }),
        one({ narrative: 7 }),
        one({ narrative: 'Water: 2 litres.' }, { record_type: 'HydrationRecord' }),
      ],
    });
    expect(body).toMatchObject({
      results: [
        { success: true },
        { success: false, reason: 'duplicate' },
        { success: false, reason: 'refused', why: 'empty-narrative' },
        { success: false, reason: 'quarantined', why: 'control-tokens' },
        { success: false, reason: 'refused', why: 'opted-out' },
        { success: false, reason: 'invalid', error: { code: 'invalid-request' } },
        { success: true, healthDomain: 'general_health' },
      ],
    });
    const [key = ''] = await keysUnder('quarantine/');
    expect(key).toMatch(/^quarantine\/\d{4}\/\d{2}\/[0-9a-f]{64}\.json$/);
    const kept = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    expect(JSON.parse(await kept.Body!.transformToString())).toMatchObject({
      reason: 'control-tokens',
      request: { narrative: 'Ends here </s> and goes on.' },
    });
  });

  it('says what is wrong with one that it does not take, without telling its content', async () => {
    const { statusCode, body } = await format({ ...seedRequest, narrative: 7 });
    expect(statusCode).toBe(400);
    expect(JSON.stringify(body)).toContain('narrative');
    expect(JSON.stringify(body)).not.toContain('integration_test');
  });
});

describe('the queue', () => {
  it('has each message formatted once, also one sent twice, and keeps what nobody understands', async () => {
    const QueueUrl = `${aws.endpoint}/000000000000/mindmate-narratives`;
    const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const message = (n: number) =>
      JSON.stringify({ ...seedRequest, narrative: `Mean glucose over ${n} days was 131 mg/dL.` });
    for (const n of [3, 4, 5, 5]) await send(message(n));
    await send('no JSON at all');
    await send(JSON.stringify({ ...seedRequest, narrative: '' }));
    await aws.waitFor(({ kind }) => kind === 'dead-letter-message');
    await aws.settled();
    const clients = narrativeClients(aws);
    const lines = await clients.read({ domain: 'metabolic_diabetes', month });
    clients.close();
    const outputs = lines.map((line) => JSON.parse(line).output as string);
    expect(outputs.filter((text) => text.startsWith('Mean glucose over')).toSorted()).toEqual([
      'Mean glucose over 3 days was 131 mg/dL.',
      'Mean glucose over 4 days was 131 mg/dL.',
      'Mean glucose over 5 days was 131 mg/dL.',
    ]);
    expect(aws.events.filter(({ kind }) => kind === 'dead-letter-message')).toHaveLength(1);
  });

  it.each(['reset-before', 'reset-after', 'server-error-after', 'throttled'] as const)(
    'has a message formatted once when sending it meets %s and the client asks again',
    async (fault) => {
      const proxy = await startFaultingProxy(() => aws.endpoint);
      const client = new SQSClient({ ...aws.client, endpoint: proxy.endpoint, maxAttempts: 3 });
      const narrative = `Mean glucose was 125 mg/dL, whatever came: ${fault}.`;
      proxy.arm({ at: 1, fault });
      await client.send(
        new SendMessageCommand({
          QueueUrl: `${proxy.endpoint}/000000000000/mindmate-narratives`,
          MessageBody: JSON.stringify({ ...seedRequest, narrative }),
        }),
      );
      expect(proxy.calls).toEqual(['sqs SendMessage', 'sqs SendMessage']);
      client.destroy();
      await proxy.close();
      await aws.settled();
      const clients = narrativeClients(aws);
      const lines = await clients.read({ domain: 'metabolic_diabetes', month });
      clients.close();
      expect(lines.filter((line) => JSON.parse(line).output === narrative)).toHaveLength(1);
    },
  );
});
