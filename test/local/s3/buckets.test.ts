import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, type StartedS3, startS3 } from './start-s3.ts';

let s3: StartedS3;
beforeAll(async () => {
  s3 = await startS3(() => Date.UTC(2026, 0, 2, 3, 4, 5, 678));
});
afterAll(() => s3.stop());

describe('a bucket', () => {
  it('can be created once, found, listed and deleted', async () => {
    await s3.client.send(new CreateBucketCommand({ Bucket: 'first' }));
    await s3.client.send(new HeadBucketCommand({ Bucket: 'first' }));
    const { Buckets } = await s3.client.send(new ListBucketsCommand({}));
    expect(Buckets).toMatchObject([{ Name: 'first', CreationDate: new Date('2026-01-02T03:04:05.000Z') }]);
    expect(await refusal(s3.client.send(new CreateBucketCommand({ Bucket: 'first' })))).toEqual({
      name: 'BucketAlreadyOwnedByYou',
      status: 409,
    });
    const { LocationConstraint } = await s3.client.send(new GetBucketLocationCommand({ Bucket: 'first' }));
    expect(LocationConstraint).toBeUndefined(); // us-east-1 has no name
    await s3.client.send(new DeleteBucketCommand({ Bucket: 'first' }));
    expect(await refusal(s3.client.send(new HeadBucketCommand({ Bucket: 'first' })))).toEqual({
      name: 'NotFound',
      status: 404,
    });
    expect(await refusal(s3.client.send(new ListObjectsV2Command({ Bucket: 'first' })))).toEqual({
      name: 'NoSuchBucket',
      status: 404,
    });
  });

  it('cannot be deleted while anything is in it', async () => {
    await s3.client.send(new CreateBucketCommand({ Bucket: 'full' }));
    await s3.client.send(new PutObjectCommand({ Bucket: 'full', Key: 'a', Body: 'x' }));
    expect(await refusal(s3.client.send(new DeleteBucketCommand({ Bucket: 'full' })))).toEqual({
      name: 'BucketNotEmpty',
      status: 409,
    });
    await s3.client.send(new DeleteObjectCommand({ Bucket: 'full', Key: 'a' }));
    await s3.client.send(new DeleteBucketCommand({ Bucket: 'full' }));
  });

  // The rules of "General purpose bucket naming rules" in the S3 user guide.
  it.each([
    'ab',
    'Upper',
    'under_score',
    '-dash',
    'dash-',
    'two..dots',
    '192.168.5.4',
    'xn--a',
    'a-s3alias',
    'x'.repeat(64),
  ])('cannot be called %s', async (Bucket) => {
    expect(await refusal(s3.client.send(new CreateBucketCommand({ Bucket })))).toEqual({
      name: 'InvalidBucketName',
      status: 400,
    });
  });

  it('is in the one region that there is', async () => {
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' } as const;
    expect(
      await refusal(
        s3.client.send(new CreateBucketCommand({ Bucket: 'elsewhere', CreateBucketConfiguration })),
      ),
    ).toEqual({ name: 'IllegalLocationConstraintException', status: 400 });
  });

  it('answers at its own host name too', async () => {
    await s3.service.createBucket('by-host', { versioned: false });
    await s3.service.putObject('by-host', 'a/b', Buffer.from('x'));
    const { request } = await import('node:http');
    const { port } = new URL(s3.endpoint);
    const status = await new Promise((resolve, reject) => {
      const headers = {
        host: `by-host.localhost:${port}`,
        authorization: 'AWS4-HMAC-SHA256 Credential=local',
      };
      const sent = request({ host: '127.0.0.1', port, path: '/a/b', headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
      });
      sent.on('error', reject).end();
    });
    expect(status).toBe(200);
  });
});
