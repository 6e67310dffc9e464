import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, type StartedS3, startS3 } from './start-s3.ts';

const Bucket = 'locked';
const dayMs = 86_400_000;
let now = Date.UTC(2026, 2, 1);
const inDays = (days: number) => new Date(now + days * dayMs);
let s3: StartedS3;

beforeAll(async () => {
  s3 = await startS3(() => now);
  await s3.client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
  await s3.client.send(new CreateBucketCommand({ Bucket: 'free' }));
});
afterAll(async () => {
  expect(s3.errors).toEqual([]);
  await s3.stop();
});

const put = async (Key: string, extra: Partial<PutObjectCommandInput> = {}): Promise<string> => {
  const answer = await s3.client.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...extra }));
  return answer.VersionId ?? '';
};
const locked = (days: number) =>
  ({ ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: inDays(days) }) as const;
const remove = (Key: string, VersionId?: string) =>
  s3.client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
const retain = (Key: string, RetainUntilDate: Date) =>
  s3.client.send(
    new PutObjectRetentionCommand({ Bucket, Key, Retention: { Mode: 'COMPLIANCE', RetainUntilDate } }),
  );
const denied = { name: 'AccessDenied', status: 403 };

describe('a bucket with Object Lock', () => {
  it('has versions, which cannot be suspended', async () => {
    expect((await s3.client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
    const suspend = new PutBucketVersioningCommand({
      Bucket,
      VersioningConfiguration: { Status: 'Suspended' },
    });
    expect(await refusal(s3.client.send(suspend))).toEqual({ name: 'InvalidBucketState', status: 409 });
  });

  it('says so, and one without says that it has none', async () => {
    const { ObjectLockConfiguration } = await s3.client.send(
      new GetObjectLockConfigurationCommand({ Bucket }),
    );
    expect(ObjectLockConfiguration).toEqual({ ObjectLockEnabled: 'Enabled' });
    const none = s3.client.send(new GetObjectLockConfigurationCommand({ Bucket: 'free' }));
    expect(await refusal(none)).toEqual({ name: 'ObjectLockConfigurationNotFoundError', status: 404 });
  });

  it('tells of a retention to whoever reads', async () => {
    await put('told', locked(10));
    const { ObjectLockMode, ObjectLockRetainUntilDate } = await s3.client.send(
      new HeadObjectCommand({ Bucket, Key: 'told' }),
    );
    expect({ ObjectLockMode, ObjectLockRetainUntilDate }).toEqual(locked(10));
    const { Retention } = await s3.client.send(new GetObjectRetentionCommand({ Bucket, Key: 'told' }));
    expect(Retention).toEqual({ Mode: 'COMPLIANCE', RetainUntilDate: inDays(10) });
    await put('plain');
    const none = s3.client.send(new GetObjectRetentionCommand({ Bucket, Key: 'plain' }));
    expect(await refusal(none)).toEqual({ name: 'NoSuchObjectLockConfiguration', status: 404 });
  });

  it('deletes no version before its time, alone or among others, and then does', async () => {
    const version = await put('kept', locked(10));
    expect(await refusal(remove('kept', version))).toEqual(denied);
    const { Errors, Deleted = [] } = await s3.client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'kept', VersionId: version }] } }),
    );
    expect(Errors).toMatchObject([{ Key: 'kept', VersionId: version, Code: 'AccessDenied' }]);
    expect(Deleted).toEqual([]);
    now += 11 * dayMs;
    await remove('kept', version);
    expect(await refusal(s3.client.send(new GetObjectCommand({ Bucket, Key: 'kept' })))).toMatchObject({
      name: 'NoSuchKey',
    });
  });

  it('keeps what was there under whatever is put or marked over it', async () => {
    const version = await put('covered', locked(10));
    await put('covered', { Body: 'other' });
    await remove('covered');
    const { Versions = [], DeleteMarkers = [] } = await s3.client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: 'covered' }),
    );
    expect([Versions.length, DeleteMarkers.length]).toEqual([2, 1]);
    const get = new GetObjectCommand({ Bucket, Key: 'covered', VersionId: version });
    expect(await (await s3.client.send(get)).Body?.transformToString()).toBe('x');
  });

  it('makes a retention longer, never shorter, also after a restart', async () => {
    const version = await put('longer', locked(10));
    await retain('longer', inDays(20));
    expect(await refusal(retain('longer', inDays(15)))).toEqual(denied);
    s3 = await s3.restart();
    expect(await refusal(retain('longer', inDays(15)))).toEqual(denied);
    expect(await refusal(remove('longer', version))).toEqual(denied);
  });

  it('locks what comes without a wish for as long as the bucket says', async () => {
    await s3.client.send(
      new PutObjectLockConfigurationCommand({
        Bucket,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } },
        },
      }),
    );
    const version = await put('default');
    await s3.client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/default` }));
    for (const Key of ['default', 'copy']) {
      const { Retention } = await s3.client.send(new GetObjectRetentionCommand({ Bucket, Key }));
      expect(Retention?.RetainUntilDate).toEqual(inDays(30));
    }
    expect(await refusal(remove('default', version))).toEqual(denied);
  });

  it.each([
    ['a bucket without lock', { Bucket: 'free', ...locked(1) }, 'InvalidRequest'],
    ['a date that is over', locked(-1), 'InvalidArgument'],
    ['a mode without a date', { ObjectLockMode: 'COMPLIANCE' }, 'InvalidArgument'],
    ['the mode with exceptions', { ...locked(1), ObjectLockMode: 'GOVERNANCE' }, 'NotImplemented'],
    ['a legal hold', { ObjectLockLegalHoldStatus: 'ON' }, 'NotImplemented'],
  ] as const)('refuses %s', async (_what, input, name) => {
    expect(await refusal(put('refused', input))).toMatchObject({ name });
  });

  it('refuses a retention on a copy, which it would not keep', async () => {
    const copy = new CopyObjectCommand({ Bucket, Key: 'c', CopySource: `${Bucket}/default`, ...locked(1) });
    expect(await refusal(s3.client.send(copy))).toMatchObject({ name: 'NotImplemented' });
  });
});
