import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CopyObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const bucket = 'mindmate-ml-models-000000000000';
let folder: string;
let aws: TestAws;
let s3: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-announcer-'));
  const base = testCatalog();
  const extractMoodFeatures = {
    ...base.functions.extractMoodFeatures,
    entry: 'test/local/handlers/record.ts',
    environment: { RECORD_FILE: path.join(folder, 'events.jsonl') },
  };
  const rule = {
    name: 'raw-objects',
    description: '',
    source: 'aws.s3',
    detailType: 'Object Created',
    bucket: 'mlModels',
    detailPrefixes: { 'object.key': 'raw/' },
    target: 'extractMoodFeatures',
  } as const;
  aws = await startTestAws({
    dataDir: path.join(folder, 'data'),
    catalog: {
      ...base,
      rules: [rule],
      functions: { ...base.functions, extractMoodFeatures },
      buckets: { ...base.buckets, mlModels: { ...base.buckets.mlModels, announces: true } },
    },
  });
  s3 = new S3Client({ ...aws.client, forcePathStyle: true });
});

afterAll(async () => {
  s3.destroy();
  await aws.close();
  await rm(folder, { recursive: true, force: true });
});

test('a rule on a bucket hears of each object under its prefix, and of no other', async () => {
  const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'four' }));
  const { ETag, VersionId } = await put('raw/one.avro');
  await put('training/one.jsonl');
  await s3.send(
    new CopyObjectCommand({ Bucket: bucket, Key: 'raw/two.avro', CopySource: `${bucket}/raw/one.avro` }),
  );
  await aws.settled();
  const lines = (await readFile(path.join(folder, 'events.jsonl'), 'utf8')).trim().split('\n');
  const events = lines
    .map((line) => JSON.parse(line))
    .sort((a, b) => (a.detail.object.key < b.detail.object.key ? -1 : 1));

  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
  expect(events).toMatchObject([
    {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      resources: [`arn:aws:s3:::${bucket}`],
      detail: {
        bucket: { name: bucket },
        object: { key: 'raw/one.avro', size: 4, etag: JSON.parse(ETag!), 'version-id': VersionId },
        reason: 'PutObject',
      },
    },
    { detail: { object: { key: 'raw/two.avro' } } },
  ]);
});
