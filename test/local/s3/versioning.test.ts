import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, type StartedS3, startS3 } from './start-s3.ts';

const Bucket = 'versioned';
let s3: StartedS3;

const setStatus = (Status: 'Enabled' | 'Suspended') =>
  s3.client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
const put = async (Key: string, Body: string) =>
  (await s3.client.send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId;
const remove = (Key: string, VersionId?: string) =>
  s3.client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
const read = async (Key: string, VersionId?: string) =>
  (await s3.client.send(new GetObjectCommand({ Bucket, Key, VersionId }))).Body?.transformToString();

beforeAll(async () => {
  s3 = await startS3();
  await s3.client.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  expect(s3.errors).toEqual([]);
  await s3.stop();
});

describe('a bucket with versions', () => {
  it('says whether it keeps them', async () => {
    const status = async () => (await s3.client.send(new GetBucketVersioningCommand({ Bucket }))).Status;
    expect(await status()).toBeUndefined();
    expect(await put('before', 'unversioned')).toBeUndefined();
    await setStatus('Enabled');
    expect(await status()).toBe('Enabled');
  });

  it('keeps what was there before as version null', async () => {
    await put('before', 'second');
    expect(await read('before', 'null')).toBe('unversioned');
    expect(await read('before')).toBe('second');
  });

  it('keeps every version under an id of its own', async () => {
    const first = await put('kept', 'one');
    const second = await put('kept', 'two');
    expect(await read('kept', first)).toBe('one');
    expect(await read('kept')).toBe('two');
    await remove('kept', second);
    expect(await read('kept')).toBe('one');
    expect(await refusal(read('kept', second))).toEqual({ name: 'NoSuchVersion', status: 404 });
  });

  it('deletes by a marker, and comes back when the marker is deleted', async () => {
    await put('marked', 'body');
    const { DeleteMarker, VersionId } = await remove('marked');
    expect(DeleteMarker).toBe(true);
    expect(await refusal(read('marked'))).toEqual({ name: 'NoSuchKey', status: 404 });
    expect(await refusal(read('marked', VersionId))).toEqual({ name: 'MethodNotAllowed', status: 405 });
    const { Contents } = await s3.client.send(new ListObjectsV2Command({ Bucket, Prefix: 'marked' }));
    expect(Contents).toBeUndefined();
    expect(await remove('marked', VersionId)).toMatchObject({ DeleteMarker: true, VersionId });
    expect(await read('marked')).toBe('body');
  });

  it('copies an old version over the newest', async () => {
    const first = await put('rolled-back', 'one');
    await put('rolled-back', 'two');
    const CopySource = `${Bucket}/rolled-back?versionId=${first}`;
    const { CopySourceVersionId, VersionId } = await s3.client.send(
      new CopyObjectCommand({ Bucket, Key: 'rolled-back', CopySource }),
    );
    expect(CopySourceVersionId).toBe(first);
    expect(await read('rolled-back', VersionId)).toBe('one');
  });

  it('lists versions and markers, newest first, in pages', async () => {
    const ids = [await put('listed/a', '1'), await put('listed/a', '22'), await put('listed/b', '333')];
    const marker = (await remove('listed/a')).VersionId;
    const seen: (string | undefined)[] = [];
    let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
    while (next !== undefined) {
      const page: Awaited<ReturnType<typeof listPage>> = await listPage(next);
      seen.push(
        ...[...(page.DeleteMarkers ?? []), ...(page.Versions ?? [])].map(({ VersionId }) => VersionId),
      );
      next = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
    expect(seen).toEqual([marker, ids[1], ids[0], ids[2]]);
    const { Versions, DeleteMarkers } = await s3.client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: 'listed/' }),
    );
    expect(Versions?.map(({ Key, Size, IsLatest }) => [Key, Size, IsLatest])).toEqual([
      ['listed/a', 2, false],
      ['listed/a', 1, false],
      ['listed/b', 3, true],
    ]);
    expect(DeleteMarkers?.map(({ Key, IsLatest }) => [Key, IsLatest])).toEqual([['listed/a', true]]);
  });

  it('once suspended writes and deletes only version null', async () => {
    const kept = await put('suspended', 'versioned');
    await setStatus('Suspended');
    await put('suspended', 'null one');
    await put('suspended', 'null two');
    expect(await read('suspended', kept)).toBe('versioned');
    expect(await read('suspended', 'null')).toBe('null two');
    await remove('suspended');
    expect(await refusal(read('suspended'))).toEqual({ name: 'NoSuchKey', status: 404 });
    expect(await refusal(read('suspended', 'null'))).toEqual({ name: 'MethodNotAllowed', status: 405 });
    expect(await read('suspended', kept)).toBe('versioned');
    await setStatus('Enabled');
  });

  it('finds it all again after a restart', async () => {
    const first = await put('restarted', 'one');
    const second = await put('restarted', 'two');
    await remove('restarted');
    s3 = await s3.restart();
    expect(await read('restarted', first)).toBe('one');
    const head = await s3.client.send(new HeadObjectCommand({ Bucket, Key: 'restarted', VersionId: second }));
    expect(head).toMatchObject({ ContentLength: 3, VersionId: second });
    expect(await refusal(read('restarted'))).toEqual({ name: 'NoSuchKey', status: 404 });
  });
});

const listPage = (marker: object) =>
  s3.client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'listed/', MaxKeys: 1, ...marker }));
