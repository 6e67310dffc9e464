import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { spawnS3 } from './spawn-s3.ts';

const Bucket = 'large';
const megabyte = 1024 * 1024;

describe('an object of 200 MB', () => {
  it('goes in and out without ever being in memory', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'wellcast-large-'));
    const s3 = await spawnS3(folder);
    const peakBytes = async () => Number(await (await fetch(`${s3.endpoint}/peak-memory`)).text());
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new S3Client({ endpoint: s3.endpoint, region: 'us-east-1', credentials });
    try {
      await client.send(new CreateBucketCommand({ Bucket }));
      const before = await peakBytes();
      const piece = Buffer.alloc(megabyte, '0123456789');
      const pieces = Array.from({ length: 200 }, () => piece);
      const ContentLength = 200 * megabyte;
      await client.send(
        new PutObjectCommand({ Bucket, Key: 'k', Body: Readable.from(pieces), ContentLength }),
      );
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'k' }));
      const digest = createHash('md5');
      for await (const chunk of Body as Readable) digest.update(chunk);
      const expected = createHash('md5');
      for (const chunk of pieces) expected.update(chunk);
      expect(digest.digest('hex')).toBe(expected.digest('hex'));
      expect((await peakBytes()) - before).toBeLessThan(100 * megabyte);
    } finally {
      client.destroy();
      await s3.kill();
      await rm(folder, { recursive: true });
    }
  });
});
