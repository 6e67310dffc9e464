import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  type ChecksumAlgorithm,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { signed } from './start-s3.ts';
import { useS3 } from './use-s3.ts';

const Bucket = 'checksums';
const s3 = useS3(Bucket);

/** Of "123456789": the published check values, and for the SHAs what sha1sum and sha256sum print; in base64. */
const known = {
  CRC32: 'y/Q5Jg==',
  CRC32C: '4waSgw==',
  CRC64NVME: 'rosUhgp5mIg=',
  SHA1: '98O8HYCOBHMq32eZZczDTKeuNEE=',
  SHA256: 'FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=',
} as const;

describe('the checksums that the SDK sends', () => {
  const algorithms = Object.entries(known) as [ChecksumAlgorithm & keyof typeof known, string][];
  it.each(algorithms)('%s is checked, kept, and told to whoever asks', async (ChecksumAlgorithm, value) => {
    const Key = `sdk-${ChecksumAlgorithm}`;
    const written = await s3.client.send(
      new PutObjectCommand({ Bucket, Key, Body: '123456789', ChecksumAlgorithm }),
    );
    expect(written).toMatchObject({ [`Checksum${ChecksumAlgorithm}`]: value, ChecksumType: 'FULL_OBJECT' });
    const head = await s3.client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({ [`Checksum${ChecksumAlgorithm}`]: value, ChecksumType: 'FULL_OBJECT' });
    const silent = await s3.client.send(new HeadObjectCommand({ Bucket, Key }));
    expect(silent).not.toHaveProperty(`Checksum${ChecksumAlgorithm}`);
    // The SDK compares this answer with the bytes by itself.
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key }));
    expect(await Body?.transformToString()).toBe('123456789');
  });

  it('come in a trailer behind a stream, whose framing is not stored', async () => {
    const Body = Readable.from([Buffer.from('1234'), Buffer.from('56789')]);
    const written = await s3.client.send(
      new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: 9 }),
    );
    expect(written).toMatchObject({ ChecksumCRC32: known.CRC32 });
    const answer = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'stream' }));
    expect(answer.ContentEncoding).toBeUndefined();
    expect(await answer.Body?.transformToString()).toBe('123456789');
  });
});

const raw = async (key: string, body: string, headers: Record<string, string>) => {
  const answer = await fetch(`${s3.endpoint}/${Bucket}/${key}`, {
    method: 'PUT',
    body,
    headers: { ...signed, ...headers },
  });
  return {
    status: answer.status,
    code: /<Code>(\w+)/.exec(await answer.text())?.[1],
    headers: answer.headers,
  };
};
const chunked = (trailers: string) => `9\r\n123456789\r\n0\r\n${trailers}\r\n`;
const trailing = {
  'content-encoding': 'aws-chunked, gzip',
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'x-amz-decoded-content-length': '9',
  'x-amz-trailer': 'x-amz-checksum-crc32',
};
const md5 = (text: string) => createHash('md5').update(text).digest('base64');

describe('a body that is not what its writer says', () => {
  it.each([
    ['a wrong Content-MD5', '123456789', { 'content-md5': md5('other') }, 'BadDigest'],
    ['a Content-MD5 that is none', '123456789', { 'content-md5': 'abc' }, 'InvalidDigest'],
    ['a wrong CRC32', '123456789', { 'x-amz-checksum-crc32': 'AAAAAA==' }, 'BadDigest'],
    ['a CRC32 that is none', '123456789', { 'x-amz-checksum-crc32': 'AAAA' }, 'InvalidRequest'],
    ['a wrong CRC32 in the trailer', chunked('x-amz-checksum-crc32:AAAAAA==\r\n'), trailing, 'BadDigest'],
    ['no CRC32 in the trailer', chunked(''), trailing, 'MalformedTrailerError'],
    [
      'two checksums',
      '123456789',
      { 'x-amz-checksum-crc32': known.CRC32, 'x-amz-checksum-crc32c': known.CRC32C },
      'InvalidRequest',
    ],
    [
      'an announced checksum that never comes',
      '1',
      { 'x-amz-sdk-checksum-algorithm': 'CRC32' },
      'InvalidRequest',
    ],
    [
      'a wrong payload hash',
      '123456789',
      { 'x-amz-content-sha256': '0'.repeat(64) },
      'XAmzContentSHA256Mismatch',
    ],
    [
      'a wrong decoded length',
      chunked(`x-amz-checksum-crc32:${known.CRC32}\r\n`),
      { ...trailing, 'x-amz-decoded-content-length': '8' },
      'IncompleteBody',
    ],
    ['a cut frame', '9\r\n12345', trailing, 'IncompleteBody'],
  ])('with %s is refused, and nothing is stored', async (what, body, headers, code) => {
    const key = encodeURIComponent(what);
    expect(await raw(key, body, headers)).toMatchObject({ status: 400, code });
    const { Contents } = await s3.client.send(new ListObjectsV2Command({ Bucket, Prefix: what }));
    expect(Contents).toBeUndefined();
  });

  it('leaves no bytes behind', async () => {
    const { readdirSync } = await import('node:fs');
    const data = `${s3.folder}/contents/${Bucket}/data`;
    const before = readdirSync(data).length;
    await raw('bad', '123456789', { 'x-amz-checksum-crc32': 'AAAAAA==' });
    expect(readdirSync(data)).toHaveLength(before);
  });
});

describe('a body in aws-chunked frames', () => {
  it('is stored without them, signed or not', async () => {
    const unsigned = await raw('unsigned', chunked(`x-amz-checksum-crc32:${known.CRC32}\r\n`), trailing);
    expect(unsigned.status).toBe(200);
    expect(unsigned.headers.get('x-amz-checksum-crc32')).toBe(known.CRC32);
    const body = '9;chunk-signature=00\r\n123456789\r\n0;chunk-signature=00\r\n';
    const common = { 'content-encoding': 'aws-chunked', 'x-amz-decoded-content-length': '9' };
    await raw('signed', `${body}\r\n`, {
      ...common,
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    });
    await raw(
      'signed-trailer',
      `${body}x-amz-checksum-crc32c:${known.CRC32C}\r\nx-amz-trailer-signature:00\r\n\r\n`,
      {
        ...common,
        'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
        'x-amz-trailer': 'x-amz-checksum-crc32c',
      },
    );
    for (const Key of ['unsigned', 'signed', 'signed-trailer']) {
      const { Body, ContentEncoding } = await s3.client.send(new GetObjectCommand({ Bucket, Key }));
      expect(await Body?.transformToString()).toBe('123456789');
      expect(ContentEncoding).toBe(Key === 'unsigned' ? 'gzip' : undefined);
    }
  });

  it('gets S3’s own CRC64NVME when its writer sends no checksum', async () => {
    const { headers } = await raw('silent', '123456789', {});
    expect(headers.get('x-amz-checksum-crc64nvme')).toBe(known.CRC64NVME);
  });
});
