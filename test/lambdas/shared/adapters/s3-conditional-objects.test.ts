import { ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { makeS3ConditionalObjects } from '../../../../lambdas/shared/adapters/s3-conditional-objects.ts';
import { readTrainingLines } from '../../../../lambdas/shared/narratives/read-training-lines.ts';
import type { ObjectState } from '../../../../lambdas/shared/ports/conditional-objects.ts';
import { useTestS3 } from '../../../support/s3-client.ts';
import { fakeSleep } from '../../support/fake-sleep.ts';
import { stubHttp } from '../../support/stub-http.ts';

const bucket = 'mindmate-health-data-000000000000';
const s3 = useTestS3();

const onBucket = (client: S3Client = s3.client, sleep = fakeSleep().sleep) =>
  makeS3ConditionalObjects({ client, bucket, sleep, random: () => 0.5 });
const text = (body: string) => ({ body, contentType: 'application/jsonl' });
const textOf = async (key: string) => Buffer.from((await onBucket().read(key)) ?? []).toString();
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};
const stateOf = async (key: string): Promise<ObjectState> =>
  (await onBucket().head(key)) ?? expect.fail(`${key} is not there`);

describe('an object', () => {
  it('is created once, with its metadata; an empty one counts', async () => {
    const objects = onBucket();
    expect(await objects.create('a/1', { ...text(''), metadata: { colour: 'blue' } })).toBe(true);
    expect(await objects.create('a/1', text('more'))).toBe(false);
    expect(await objects.head('a/1')).toMatchObject({ bytes: 0, metadata: { colour: 'blue' } });
  });

  it('is replaced only in the state that was expected', async () => {
    const objects = onBucket();
    await objects.create('a/2', text('one'));
    const first = await stateOf('a/2');
    expect(await objects.replace(first, text('two'))).toBe(true);
    expect(await objects.replace(first, text('three'))).toBe(false);
    expect(await textOf('a/2')).toBe('two');
  });

  it('that is gone is neither replaced nor added to, and is no error to look for', async () => {
    const objects = onBucket();
    await objects.create('a/3', text('one'));
    const state = await stateOf('a/3');
    await objects.remove(['a/3', 'a/never']);
    expect(await objects.replace(state, text('two'))).toBe(false);
    expect(await objects.append(state, text('two'))).toBe(false);
    expect(await objects.head('a/3')).toBeUndefined();
    expect(await objects.read('a/3')).toBeUndefined();
    expect(await objects.create('a/3', text('new'))).toBe(true);
  });

  it('can be read in a state that was replaced since, where the bucket keeps versions', async () => {
    const objects = onBucket();
    await objects.create('a/4', text('first\nsecond €\n'));
    const state = await stateOf('a/4');
    await objects.replace(state, text('other\n'));
    const snapshot = { domain: 'sleep_wellness', month: '2025-11', files: [state], parts: [] } as const;
    expect(await all(readTrainingLines(objects, snapshot))).toEqual(['first', 'second €']);
    const { versionId: _, ...unversioned } = state;
    const read = all(objects.stream(unversioned));
    await expect(read).rejects.toMatchObject({ code: 'object-changed' });
  });
});

describe('adding to an object', () => {
  const mib = 1024 * 1024;

  it.each([
    ['of 1 MiB', mib],
    ['of 6 MiB, which S3 copies itself', 6 * mib],
  ])('%s keeps what was there and what is to be known of it', async (_what, bytes) => {
    const objects = onBucket();
    const key = `b/${bytes}`;
    await objects.create(key, text('x'.repeat(bytes)));
    const state = await stateOf(key);
    const added = { ...text('the end'), metadata: { colour: 'red' } };
    expect(await objects.append(state, added)).toBe(true);
    expect(await objects.append(state, added)).toBe(false);
    const whole = await textOf(key);
    expect(whole.length).toBe(bytes + 'the end'.length);
    expect(whole.endsWith('xthe end')).toBe(true);
    expect(await stateOf(key)).toMatchObject({ metadata: { colour: 'red' } });
  });

  it('leaves no upload behind when somebody else was first', async () => {
    const objects = onBucket();
    await objects.create('b/raced', text('x'.repeat(6 * mib)));
    const state = await stateOf('b/raced');
    let begun = false;
    const interrupted = s3.anotherClient();
    interrupted.middlewareStack.add((next) => async (args) => {
      const answer = await next(args);
      if (!begun) {
        begun = true;
        await objects.replace(state, text('y'.repeat(6 * mib)));
      }
      return answer;
    });
    expect(await onBucket(interrupted).append(state, text('end'))).toBe(false);
    interrupted.destroy();
    expect(await textOf('b/raced')).toBe('y'.repeat(6 * mib));
    const { Uploads = [] } = await s3.client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(Uploads).toEqual([]);
  });
});

describe('what S3 answers', () => {
  const error = (statusCode: number, code: string) => ({
    statusCode,
    body: `<Error><Code>${code}</Code></Error>`,
  });

  it('409 means to write again, since another write was under way', async () => {
    let calls = 0;
    const busy = new S3Client(
      stubHttp(() => (++calls < 3 ? error(409, 'ConditionalRequestConflict') : { body: '' })),
    );
    const { sleep, waitsMs } = fakeSleep();
    expect(await onBucket(busy, sleep).create('c/1', text('x'))).toBe(true);
    expect(calls).toBe(3);
    // Half of at most 100 ms, then of 200.
    expect(waitsMs).toEqual([50, 100]);
  });

  it('403 for what is not there means not there, to those who may list their own folder only', async () => {
    const listing = (keys: string) =>
      `<ListBucketResult><IsTruncated>false</IsTruncated>${keys}</ListBucketResult>`;
    const answering = (keys: string) =>
      new S3Client(
        stubHttp(({ path }) =>
          path.endsWith('/c/2') ? error(403, 'AccessDenied') : { body: listing(keys) },
        ),
      );
    const absent = onBucket(answering(''));
    expect(await absent.head('c/2')).toBeUndefined();
    expect(await absent.read('c/2')).toBeUndefined();
    const refused = onBucket(answering('<Contents><Key>c/2</Key></Contents>'));
    await expect(refused.read('c/2')).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('an object that cannot be deleted is an error', async () => {
    const body = '<DeleteResult><Error><Key>c/3</Key><Code>AccessDenied</Code></Error></DeleteResult>';
    const refusing = new S3Client(stubHttp(() => ({ body })));
    await expect(onBucket(refusing).remove(['c/3'])).rejects.toMatchObject({ code: 'storage-failed' });
  });
});
