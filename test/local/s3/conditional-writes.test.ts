import { request as httpRequest } from 'node:http';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { refusal, signed } from './start-s3.ts';
import { useS3 } from './use-s3.ts';

const Bucket = 'conditional';
const s3 = useS3(Bucket);

const put = (Key: string, Body: string, rest: object = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket, Key, Body, ...rest }));
const read = async (Key: string) =>
  (await s3.client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

const startUpload = async (Key: string, Body: string) => {
  const { UploadId } = await s3.client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const part = { Bucket, Key, UploadId, PartNumber: 1 };
  const { ETag } = await s3.client.send(new UploadPartCommand({ ...part, Body }));
  const complete = { Bucket, Key, UploadId, MultipartUpload: { Parts: [{ ETag, PartNumber: 1 }] } };
  return (rest: object = {}) => s3.client.send(new CompleteMultipartUploadCommand({ ...complete, ...rest }));
};

/** The three ways to write an object, each with the same conditions. */
const writers = {
  PutObject: async (Key: string) => (conditions: object) => put(Key, 'new', conditions),
  CopyObject: async (Key: string) => {
    await put('source', 'new');
    return (conditions: object) =>
      s3.client.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/source`, ...conditions }));
  },
  CompleteMultipartUpload: (Key: string) => startUpload(Key, 'new'),
} as const;

describe.each(Object.entries(writers))('a conditional %s', (name, writer) => {
  it('with If-None-Match: * writes only where nothing is', async () => {
    const key = `${name}/none`;
    await (await writer(key))({ IfNoneMatch: '*' });
    expect(await read(key)).toBe('new');
    await put(key, 'kept');
    const again = await writer(key);
    expect(await refusal(again({ IfNoneMatch: '*' }))).toEqual({ name: 'PreconditionFailed', status: 412 });
    expect(await read(key)).toBe('kept');
  });

  it('with If-Match writes only over the object that was seen', async () => {
    const key = `${name}/match`;
    const write = await writer(key);
    expect(await refusal(write({ IfMatch: '"5d41402abc4b2a76b9719d911017c592"' }))).toEqual({
      name: 'NoSuchKey',
      status: 404,
    });
    const { ETag } = await put(key, 'seen');
    expect(await refusal(write({ IfMatch: '"5d41402abc4b2a76b9719d911017c592"' }))).toEqual({
      name: 'PreconditionFailed',
      status: 412,
    });
    await write({ IfMatch: ETag });
    expect(await read(key)).toBe('new');
  });

  it('lets exactly one of twenty simultaneous writers win', async () => {
    const key = `${name}/race`;
    const racers = await Promise.all(Array.from({ length: 20 }, () => writer(key)));
    const results = await Promise.allSettled(racers.map((write) => write({ IfNoneMatch: '*' })));
    const losers = results.filter((result) => result.status === 'rejected');
    expect(losers).toHaveLength(19);
    for (const { reason } of losers) expect(reason).toMatchObject({ name: 'PreconditionFailed' });
  });
});

/** Begins a request, lets something happen while it is under way, then sends the rest. */
const interrupted = (
  target: { method: string; path: string; headers: Record<string, string>; body: string },
  meanwhile: () => Promise<unknown>,
) =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const { port } = new URL(s3.endpoint);
    const { method, path, body } = target;
    const headers = { ...signed, ...target.headers, 'content-length': body.length, expect: '100-continue' };
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece) => {
        text += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    });
    sent.on('error', reject);
    sent.on('continue', () => {
      meanwhile().then(() => sent.end(body), reject);
    });
    sent.flushHeaders();
  });

describe('a conditional write during which the object is deleted', () => {
  const remove = (Key: string) => s3.client.send(new DeleteObjectCommand({ Bucket, Key }));

  it('ends in 409 with If-None-Match: *, and may simply be tried again', async () => {
    await put('conflict', 'old');
    const write = {
      method: 'PUT',
      path: `/${Bucket}/conflict`,
      headers: { 'if-none-match': '*' },
      body: 'new',
    };
    const { status, text } = await interrupted(write, () => remove('conflict'));
    expect(status).toBe(409);
    expect(text).toContain('<Code>ConditionalRequestConflict</Code>');
    await put('conflict', 'new', { IfNoneMatch: '*' });
    expect(await read('conflict')).toBe('new');
  });

  it('ends in 404 with If-Match', async () => {
    const { ETag = '' } = await put('vanished', 'old');
    const write = { method: 'PUT', path: `/${Bucket}/vanished`, headers: { 'if-match': ETag }, body: 'new' };
    const { status, text } = await interrupted(write, () => remove('vanished'));
    expect(status).toBe(404);
    expect(text).toContain('<Code>NoSuchKey</Code>');
  });

  it('ends a multipart upload, which has to be started again', async () => {
    const Key = 'upload-conflict';
    const { UploadId } = await s3.client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const { ETag } = await s3.client.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: 'new' }),
    );
    await put(Key, 'old');
    const body = `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>${ETag}</ETag></Part></CompleteMultipartUpload>`;
    const path = `/${Bucket}/${Key}?uploadId=${UploadId}`;
    const write = { method: 'POST', path, headers: { 'if-none-match': '*' }, body };
    expect((await interrupted(write, () => remove(Key))).status).toBe(409);
    const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
    const again = s3.client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }),
    );
    expect(await refusal(again)).toEqual({ name: 'NoSuchUpload', status: 404 });
    await (await startUpload(Key, 'new'))({ IfNoneMatch: '*' });
    expect(await read(Key)).toBe('new');
  });
});
