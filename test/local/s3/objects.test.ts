import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from './start-s3.ts';
import { useS3 } from './use-s3.ts';

const Bucket = 'objects';
const s3 = useS3(Bucket);

const put = (Key: string, Body: string | Uint8Array, rest: object = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket, Key, Body, ...rest }));
const read = async (Key: string, rest: object = {}) => {
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key, ...rest }));
  return Body?.transformToString();
};

describe('an object', () => {
  it('comes back with the bytes, the md5 as its ETag, and what was said about it', async () => {
    const { ETag } = await put('described', 'hello', {
      ContentType: 'text/csv',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment',
      ContentLanguage: 'en',
      ContentEncoding: 'identity',
      Metadata: { Rows: '5' },
      Tagging: 'stage=test&kind=csv',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'alias/training',
    });
    expect(ETag).toBe('"5d41402abc4b2a76b9719d911017c592"'); // md5sum of "hello"
    const answer = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'described' }));
    expect(await answer.Body?.transformToString()).toBe('hello');
    expect(answer).toMatchObject({
      ETag,
      ContentType: 'text/csv',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment',
      ContentLanguage: 'en',
      ContentEncoding: 'identity',
      ContentLength: 5,
      Metadata: { rows: '5' },
      TagCount: 2,
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'alias/training',
    });
    const { TagSet } = await s3.client.send(new GetObjectTaggingCommand({ Bucket, Key: 'described' }));
    expect(TagSet).toEqual([
      { Key: 'stage', Value: 'test' },
      { Key: 'kind', Value: 'csv' },
    ]);
  });

  it('may be empty', async () => {
    await put('empty', '');
    expect(await read('empty')).toBe('');
    expect(await refusal(read('empty', { Range: 'bytes=0-' }))).toEqual({
      name: 'InvalidRange',
      status: 416,
    });
  });

  it('is read in ranges', async () => {
    await put('ranged', '0123456789');
    const answer = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'ranged', Range: 'bytes=2-4' }));
    expect(answer).toMatchObject({ ContentLength: 3, ContentRange: 'bytes 2-4/10' });
    expect(answer.$metadata.httpStatusCode).toBe(206);
    expect(await answer.Body?.transformToString()).toBe('234');
    expect(await read('ranged', { Range: 'bytes=-3' })).toBe('789');
    expect(await refusal(read('ranged', { Range: 'bytes=10-' }))).toEqual({
      name: 'InvalidRange',
      status: 416,
    });
  });

  it('is read on conditions', async () => {
    const { ETag } = await put('conditional', 'x');
    const { LastModified } = await s3.client.send(new HeadObjectCommand({ Bucket, Key: 'conditional' }));
    const later = new Date(Date.parse(String(LastModified)) + 60_000);
    const earlier = new Date(Date.parse(String(LastModified)) - 60_000);
    expect(await read('conditional', { IfMatch: ETag, IfModifiedSince: earlier })).toBe('x');
    expect(await refusal(read('conditional', { IfMatch: '"other"' }))).toMatchObject({ status: 412 });
    expect(await refusal(read('conditional', { IfNoneMatch: ETag }))).toMatchObject({ status: 304 });
    expect(await refusal(read('conditional', { IfModifiedSince: later }))).toMatchObject({ status: 304 });
    expect(await refusal(read('conditional', { IfUnmodifiedSince: earlier }))).toMatchObject({ status: 412 });
    // RFC 9110, 13.2.2: a true If-Match makes If-Unmodified-Since irrelevant.
    expect(await read('conditional', { IfMatch: ETag, IfUnmodifiedSince: earlier })).toBe('x');
  });

  it('may have any key, up to 1,024 bytes', async () => {
    const keys = [
      '../../escape',
      'a//b',
      'a/./b',
      '/leading',
      'trailing/',
      'é/😀',
      'a b+c%20d?e#f&g=h',
      '.',
      '\u0001<>"\'\r\n',
      'k'.repeat(1024),
    ];
    for (const key of keys) await put(key, `body of ${key}`);
    for (const key of keys) expect(await read(key)).toBe(`body of ${key}`);
    const { Contents } = await s3.client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents?.map(({ Key }) => Key)).toEqual(expect.arrayContaining(keys));
    expect(await refusal(put('é'.repeat(513), ''))).toEqual({ name: 'KeyTooLongError', status: 400 });
  });

  it('keeps every key apart from every other', async () => {
    const key = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => `any/${text}`);
    await fc.assert(
      fc.asyncProperty(key, async (Key) => {
        await put(Key, Key);
        expect(await read(Key)).toBe(Key);
        await s3.client.send(new DeleteObjectCommand({ Bucket, Key }));
        expect(await refusal(read(Key))).toEqual({ name: 'NoSuchKey', status: 404 });
      }),
      { numRuns: 40 },
    );
  });

  it('is gone when it was deleted, and deleting it again is no error', async () => {
    await put('doomed', 'x');
    await s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'doomed' }));
    await s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'doomed' }));
    expect(await refusal(read('doomed'))).toEqual({ name: 'NoSuchKey', status: 404 });
    expect(await refusal(s3.client.send(new HeadObjectCommand({ Bucket, Key: 'doomed' })))).toEqual({
      name: 'NotFound',
      status: 404,
    });
  });

  it('is deleted together with others, on conditions if need be', async () => {
    const { ETag } = await put('many/a', 'a');
    await put('many/b', 'b');
    const { Deleted, Errors } = await s3.client.send(
      new DeleteObjectsCommand({
        Bucket,
        Delete: { Objects: [{ Key: 'many/a', ETag }, { Key: 'many/b', ETag }, { Key: 'many/none' }] },
      }),
    );
    expect(Deleted).toEqual([{ Key: 'many/a' }, { Key: 'many/none' }]);
    expect(Errors).toMatchObject([{ Key: 'many/b', Code: 'PreconditionFailed' }]);
  });

  it('can be read to its end while it is replaced and deleted', async () => {
    const body = Buffer.alloc(8_000_000, 'a');
    await put('replaced', body);
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'replaced' }));
    await put('replaced', 'new');
    await s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'replaced' }));
    expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
  });
});

describe('a copy', () => {
  it('takes over the bytes and what was said about them', async () => {
    const { ETag } = await put('source é+', 'hello', { ContentType: 'text/csv', Metadata: { rows: '5' } });
    const CopySource = `${Bucket}/${encodeURIComponent('source é+')}`;
    const { CopyObjectResult } = await s3.client.send(
      new CopyObjectCommand({ Bucket, Key: 'copy', CopySource }),
    );
    expect(CopyObjectResult?.ETag).toBe(ETag);
    const head = await s3.client.send(new HeadObjectCommand({ Bucket, Key: 'copy' }));
    expect(head).toMatchObject({ ContentType: 'text/csv', Metadata: { rows: '5' }, ContentLength: 5 });
  });

  it('is described anew when asked', async () => {
    await put('old', 'hello', { ContentType: 'text/csv', Metadata: { rows: '5' } });
    const copy = { Bucket, Key: 'old', CopySource: `${Bucket}/old` };
    await s3.client.send(
      new CopyObjectCommand({
        ...copy,
        MetadataDirective: 'REPLACE',
        ContentType: 'text/plain',
        Metadata: { v: '2' },
      }),
    );
    const head = await s3.client.send(new HeadObjectCommand({ Bucket, Key: 'old' }));
    expect(head).toMatchObject({ ContentType: 'text/plain', Metadata: { v: '2' } });
    expect(await refusal(s3.client.send(new CopyObjectCommand(copy)))).toEqual({
      name: 'InvalidRequest',
      status: 400,
    });
  });

  it('depends on its source when asked', async () => {
    const { ETag } = await put('origin', 'x');
    const copy = (conditions: object, source = 'origin') =>
      s3.client.send(
        new CopyObjectCommand({ Bucket, Key: 'dependent', CopySource: `${Bucket}/${source}`, ...conditions }),
      );
    await copy({ CopySourceIfMatch: ETag });
    expect(await refusal(copy({ CopySourceIfMatch: '"other"' }))).toEqual({
      name: 'PreconditionFailed',
      status: 412,
    });
    expect(await refusal(copy({ CopySourceIfNoneMatch: ETag }))).toEqual({
      name: 'PreconditionFailed',
      status: 412,
    });
    expect(await refusal(copy({}, 'nowhere'))).toEqual({ name: 'NoSuchKey', status: 404 });
  });
});
