import { Agent, request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import {
  GetBucketAclCommand,
  GetBucketPolicyCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutBucketLifecycleConfigurationCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  SelectObjectContentCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { refusal, signed } from './start-s3.ts';
import { useS3 } from './use-s3.ts';

const Bucket = 'refusals';
const s3 = useS3(Bucket);

const send = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${s3.endpoint}${path}`, { ...init, headers: { ...signed, ...init.headers } });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

describe('an operation that is not there', () => {
  it('is refused by its name, never passed over', async () => {
    const Key = 'a';
    const calls: [string, () => Promise<unknown>][] = [
      ['GetBucketAcl', () => s3.client.send(new GetBucketAclCommand({ Bucket }))],
      ['GetBucketPolicy', () => s3.client.send(new GetBucketPolicyCommand({ Bucket }))],
      [
        'PutBucketLifecycle',
        () =>
          s3.client.send(
            new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [] } }),
          ),
      ],
      ['PutObjectAcl', () => s3.client.send(new PutObjectAclCommand({ Bucket, Key, ACL: 'private' }))],
      [
        'PutObjectTagging',
        () => s3.client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet: [] } })),
      ],
      [
        'Select',
        () =>
          s3.client.send(
            new SelectObjectContentCommand({
              Bucket,
              Key,
              Expression: 'x',
              ExpressionType: 'SQL',
              InputSerialization: {},
              OutputSerialization: {},
            }),
          ),
      ],
    ];
    for (const [name, call] of calls) {
      await expect(call()).rejects.toMatchObject({
        name: 'NotImplemented',
        message: expect.stringContaining(name),
        $metadata: { httpStatusCode: 501 },
      });
    }
  });

  it.each([
    ['a legal hold', { ObjectLockLegalHoldStatus: 'ON' }, 'NotImplemented'],
    ['a customer’s key', { SSECustomerAlgorithm: 'AES256' }, 'NotImplemented'],
    ['a redirect', { WebsiteRedirectLocation: '/' }, 'NotImplemented'],
    ['a public object', { ACL: 'public-read' }, 'AccessControlListNotSupported'],
    ['another owner', { ExpectedBucketOwner: '111111111111' }, 'AccessDenied'],
    ['unknown encryption', { ServerSideEncryption: 'rot13' }, 'InvalidArgument'],
    ['too much metadata', { Metadata: { big: 'x'.repeat(2048) } }, 'MetadataTooLarge'],
    ['If-None-Match of one ETag', { IfNoneMatch: '"abc"' }, 'NotImplemented'],
  ])('is refused too when a header asks for it: %s', async (_what, extra, name) => {
    const put = new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', ...(extra as object) });
    expect(await refusal(s3.client.send(put))).toMatchObject({ name });
    const { KeyCount } = await s3.client.send(new ListObjectsV2Command({ Bucket }));
    expect(KeyCount).toBe(0);
  });
});

describe('an error', () => {
  it('is XML with a code, a resource and the request’s id', async () => {
    const { status, text, headers } = await send('/refusals/some%20key');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/xml');
    const id = headers.get('x-amz-request-id');
    expect(text).toContain(
      '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>some key</Key>',
    );
    expect(text).toContain(`<Resource>/refusals/some key</Resource><RequestId>${id}</RequestId>`);
  });

  it('has no body where HEAD asks', async () => {
    expect(await send('/refusals/none', { method: 'HEAD' })).toMatchObject({ status: 404, text: '' });
    expect(await refusal(s3.client.send(new HeadBucketCommand({ Bucket: 'nowhere' })))).toEqual({
      name: 'NotFound',
      status: 404,
    });
  });

  it.each([
    [
      'XML that is none',
      '/refusals?delete',
      { method: 'POST', body: '<Delete>', headers: { 'content-md5': 'lRFFPfVzsVYHYFjCA3QT7A==' } },
      400,
    ],
    ['a path that is no UTF-8', '/refusals/%ff', {}, 400],
    ['an unknown parameter', '/refusals?policyStatus', {}, 501],
    ['an unknown method', '/refusals/a', { method: 'PATCH' }, 501],
  ])('is what %s gets', async (_what, path, init, status) => {
    expect((await send(path, init)).status).toBe(status);
  });

  it('is what a body of unknown length gets', async () => {
    const { port } = new URL(s3.endpoint);
    const status = await new Promise((resolve, reject) => {
      const headers = { ...signed, 'transfer-encoding': 'chunked' };
      const sent = httpRequest(
        { host: '127.0.0.1', port, method: 'PUT', path: '/refusals/a', headers },
        (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode));
        },
      );
      sent.on('error', reject).end('body');
    });
    expect(status).toBe(501);
  });
});

describe('a request that is refused in the middle of its body', () => {
  it.each([
    [
      'a malformed frame',
      'PUT',
      '/refusals/a',
      { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'x-amz-decoded-content-length': '5' },
    ],
    ['a list of keys that is too long', 'POST', '/refusals?delete', { 'x-amz-checksum-crc32': 'AAAAAA==' }],
    ['a bucket that is not there', 'PUT', '/nowhere/a', {}],
  ])('gets its answer, and its connection serves the next: %s', async (_what, method, path, extra) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { port } = new URL(s3.endpoint);
    const ask = (options: { method: string; path: string; headers: OutgoingHttpHeaders }, body: Buffer) =>
      new Promise<{ status: number | undefined; socket: Socket }>((resolve, reject) => {
        const sent = httpRequest({ agent, host: '127.0.0.1', port, ...options }, (answer) => {
          const { socket } = answer;
          answer.resume().on('end', () => resolve({ status: answer.statusCode, socket }));
        });
        sent.on('error', reject).end(body);
      });
    const body = Buffer.alloc(12_000_000, 'not what it should be ');
    const headers = { ...signed, ...extra, 'content-length': body.length };
    const refused = await ask({ method, path, headers }, body);
    const next = await ask({ method: 'GET', path: '/', headers: signed }, Buffer.alloc(0));
    expect(refused.status).toBe(path.startsWith('/nowhere') ? 404 : 400);
    expect(next.status).toBe(200);
    expect(next.socket).toBe(refused.socket);
    agent.destroy();
  });
});

describe('a client that leaves in the middle of its upload', () => {
  it('leaves nothing behind, and others are served', async () => {
    const { port } = new URL(s3.endpoint);
    const headers = { ...signed, 'content-length': 1_000_000, expect: '100-continue' };
    await new Promise<void>((resolve) => {
      const sent = httpRequest({ host: '127.0.0.1', port, method: 'PUT', path: '/refusals/half', headers });
      sent.on('continue', () => sent.write(Buffer.alloc(500_000), () => sent.destroy()));
      sent.on('close', resolve).on('error', () => {});
      sent.flushHeaders();
    });
    const { KeyCount } = await s3.client.send(new ListObjectsV2Command({ Bucket }));
    expect(KeyCount).toBe(0);
  });
});
