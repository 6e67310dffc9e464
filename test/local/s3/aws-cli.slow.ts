import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type StartedS3, startS3 } from './start-s3.ts';

const hasCli = spawnSync('aws', ['--version']).status === 0;
const skipReason = 'the AWS CLI is not installed here: no command named aws';
let s3: StartedS3;
let home: string;

beforeAll(async () => {
  if (!hasCli) console.log(`skipped: ${skipReason}`);
  s3 = await startS3();
  home = await mkdtemp(path.join(tmpdir(), 'wellcast-cli-'));
});
afterAll(async () => {
  expect(s3.errors).toEqual([]);
  await s3.stop();
  await rm(home, { recursive: true });
});
beforeEach((context) => {
  if (!hasCli) context.skip(skipReason);
});

const aws = async (...args: string[]): Promise<string> => {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    AWS_ENDPOINT_URL: s3.endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  };
  return (await promisify(execFile)('aws', args, { env, cwd: home })).stdout;
};
const api = async (...args: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await aws('s3api', ...args)) || '{}');

describe('the AWS CLI', () => {
  it('makes a bucket, copies a file there and back, lists and removes it', async () => {
    await aws('s3', 'mb', 's3://cli');
    await writeFile(path.join(home, 'train é.csv'), 'sample_id,label\n');
    await aws('s3', 'cp', 'train é.csv', 's3://cli/training/');
    expect(await aws('s3', 'ls', 's3://cli')).toMatch(/PRE training\//);
    expect(await aws('s3', 'ls', 's3://cli/training/')).toMatch(/ 16 train é\.csv\n$/);
    expect(await aws('s3', 'ls')).toMatch(/ cli\n$/);
    expect(await aws('s3', 'cp', 's3://cli/training/train é.csv', '-')).toBe('sample_id,label\n');
    await aws('s3', 'mv', 's3://cli/training/train é.csv', 's3://cli/moved.csv');
    await aws('s3', 'rm', 's3://cli', '--recursive');
    await aws('s3', 'rb', 's3://cli');
    expect(await aws('s3', 'ls')).toBe('');
  });

  it('moves a large file in parts, whole', async () => {
    const body = Buffer.alloc(9 * 1024 * 1024, 'large ');
    await writeFile(path.join(home, 'large'), body);
    await aws('s3', 'mb', 's3://large');
    await aws('s3', 'cp', 'large', 's3://large/one', '--quiet');
    await aws('s3', 'cp', 's3://large/one', 's3://large/two', '--quiet');
    await aws('s3', 'cp', 's3://large/two', 'back', '--quiet');
    expect((await readFile(path.join(home, 'back'))).equals(body)).toBe(true);
    expect(await api('head-object', '--bucket', 'large', '--key', 'one')).toMatchObject({
      ContentLength: body.length,
      ETag: expect.stringMatching(/-2"$/),
    });
  });

  it('synchronises a folder, sending only what changed', async () => {
    await aws('s3', 'mb', 's3://synced');
    const folder = await mkdtemp(path.join(home, 'sync-'));
    // S3 tells times to the second: a file as young as its upload would seem newer than it.
    const yesterday = new Date(Date.now() - 86_400_000);
    for (const name of ['a', 'b', 'c d']) {
      await writeFile(path.join(folder, name), name);
      await utimes(path.join(folder, name), yesterday, yesterday);
    }
    const first = await aws('s3', 'sync', folder, 's3://synced/x');
    expect(first.match(/upload: /g)).toHaveLength(3);
    expect(await aws('s3', 'sync', folder, 's3://synced/x')).toBe('');
    await rm(path.join(folder, 'b'));
    expect(await aws('s3', 'sync', folder, 's3://synced/x', '--delete')).toContain('delete: s3://synced/x/b');
  });

  it('presigns a URL that anyone can use', async () => {
    await s3.service.createBucket('presigned', { versioned: false });
    await s3.service.putObject('presigned', 'a/b', Buffer.from('hello'));
    const url = (await aws('s3', 'presign', 's3://presigned/a/b', '--expires-in', '60')).trim();
    expect(await (await fetch(url)).text()).toBe('hello');
  });

  it('writes on conditions, and sees versions', async () => {
    await aws('s3api', 'create-bucket', '--bucket', 'versions');
    await aws(
      's3api',
      'put-bucket-versioning',
      '--bucket',
      'versions',
      '--versioning-configuration',
      'Status=Enabled',
    );
    await writeFile(path.join(home, 'body'), 'hello');
    const put = ['put-object', '--bucket', 'versions', '--key', 'k', '--body', 'body'];
    const { VersionId } = await api(...put, '--if-none-match', '*', '--checksum-algorithm', 'SHA256');
    await expect(api(...put, '--if-none-match', '*')).rejects.toThrow('PreconditionFailed');
    await api('delete-object', '--bucket', 'versions', '--key', 'k');
    expect(await api('list-object-versions', '--bucket', 'versions')).toMatchObject({
      Versions: [{ Key: 'k', VersionId, IsLatest: false }],
      DeleteMarkers: [{ Key: 'k', IsLatest: true }],
    });
    const get = ['get-object', '--bucket', 'versions', '--key', 'k', '--range', 'bytes=1-2'];
    await api(...get, '--version-id', String(VersionId), 'out');
    expect(await readFile(path.join(home, 'out'), 'utf8')).toBe('el');
    await expect(api(...get, 'out')).rejects.toThrow('NoSuchKey');
  });

  it('is told what is not there', async () => {
    await expect(aws('s3', 'ls', 's3://nowhere')).rejects.toThrow('NoSuchBucket');
    await s3.service.createBucket('bare', { versioned: false });
    await expect(api('get-bucket-encryption', '--bucket', 'bare')).rejects.toThrow(
      'The local S3 does not implement GetBucketEncryption.',
    );
  });
});
