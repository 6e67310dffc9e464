import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCatalog } from '../../../lib/catalog.ts';
import { Config } from '../../../lib/config.ts';
import { NarrativeRequest } from '../../../ml/narratives/narrative-request.ts';
import { generateExport } from '../../../ml/synthetic/health-connect/generate-export.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { captureOutput } from '../support/capture-output.ts';
import { load } from '../support/handler-environment.ts';
import { restoreEnvironment } from '../support/restore-environment.ts';

/** In the user's id; must never be logged. */
const canary = 'canary-3d7e';
const context = { awsRequestId: 'request-1' };
const Bucket = 'mindmate-health-data-000000000000';
const deadLetters = 'mindmate-narratives-dead-letters';
restoreEnvironment();
let aws: TestAws;
beforeAll(async () => {
  // No rule: this process alone reads what is put here.
  aws = await startTestAws({ catalog: { ...makeCatalog(Config.parse({})), rules: [] } });
  Object.assign(process.env, aws.clientEnvironment, {
    HEALTH_DATA_BUCKET: Bucket,
    HEALTH_RECORDS_TABLE: 'wellcast-HealthRecords',
    ERASURES_TABLE: 'wellcast-Erasures',
    TOMBSTONE_SECRET: 'mindmate/tombstone-secret',
    // A queue that nobody else reads.
    NARRATIVES_QUEUE_URL: `${aws.endpoint}/000000000000/${deadLetters}`,
  });
});
afterAll(async () => {
  await aws.close();
});

const put = async (Key: string, Body: Uint8Array) => {
  const client = new S3Client(aws.client);
  const { ETag = '' } = await client.send(new PutObjectCommand({ Bucket, Key, Body }));
  client.destroy();
  return {
    id: 'event-1',
    source: 'aws.s3',
    'detail-type': 'Object Created',
    time: '2025-11-15T10:30:00Z',
    detail: {
      bucket: { name: Bucket },
      object: { key: Key, size: Body.length, etag: ETag.replaceAll('"', '') },
    },
  };
};

it('the import sends a narrative that the formatter takes, counts, and logs nobody', async () => {
  const handler = await load('import-health-records');
  const key = `raw/SleepSessionRecord/2025/11/15/${canary}_1763197200000_a1.avro`;
  const exportedAtMs = Date.UTC(2025, 10, 15, 9);
  const file = generateExport({ recordType: 'SleepSessionRecord', seed: 1, days: 3, exportedAtMs });
  const good = await put(key, file);
  const broken = await put(key.replace('_a1', '_b2'), file.subarray(0, 100));
  const output = captureOutput();
  const imported = await handler(good, context);
  const refused = await handler(broken, context);
  const gone = await handler(
    { ...good, detail: { ...good.detail, object: { key, size: 1, etag: '0' } } },
    context,
  );
  const invalid = await handler({ detail: canary }, context);
  output.release();
  expect(imported).toMatchObject({ body: { outcome: 'imported', recordsKept: 3, recordsLeftOut: 0 } });
  expect(refused).toMatchObject({ body: { outcome: 'quarantined', reason: 'truncated' } });
  expect(gone).toMatchObject({ body: { outcome: 'ignored', reason: 'gone' } });
  expect(invalid).toMatchObject({ statusCode: 400 });
  expect(output.text()).toContain('"ExportsImported":1');
  expect(output.text()).not.toContain(canary);

  const client = new SQSClient(aws.client);
  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: deadLetters }));
  client.destroy();
  expect(Messages).toHaveLength(1);
  const request = NarrativeRequest.parse(JSON.parse(Messages[0]?.Body ?? ''));
  expect(request.sourceMetadata).toMatchObject({ userId: canary, key, correlationId: 'event-1' });
});
