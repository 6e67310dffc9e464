import {
  CreateBucketCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, type StartedS3, startS3 } from './start-s3.ts';

const Bucket = 'listings';
let s3: StartedS3;

/** In UTF-8 order; U+FF5E before U+1F600, which UTF-16 has the other way round. */
const keys = ['a&b', 'a/1', 'a/2', 'a/sub/3', 'b c+d', 'b/1', 'c', '\uFF5E', '\u{1F600}'];

beforeAll(async () => {
  s3 = await startS3();
  await s3.client.send(new CreateBucketCommand({ Bucket }));
  for (const key of keys.toReversed()) await s3.service.putObject(Bucket, key, Buffer.from('x'));
});
afterAll(async () => {
  expect(s3.errors).toEqual([]);
  await s3.stop();
});

const list = async (rest: object) => {
  const answer = await s3.client.send(new ListObjectsV2Command({ Bucket, ...rest }));
  return {
    keys: answer.Contents?.map(({ Key }) => Key) ?? [],
    prefixes: answer.CommonPrefixes?.map(({ Prefix }) => Prefix) ?? [],
    answer,
  };
};

describe('a list of objects', () => {
  it('is in the order of the keys’ UTF-8 bytes', async () => {
    expect((await list({})).keys).toEqual(keys);
  });

  it('is rolled up at a delimiter', async () => {
    expect(await list({ Delimiter: '/' })).toMatchObject({
      keys: ['a&b', 'b c+d', 'c', '\uFF5E', '\u{1F600}'],
      prefixes: ['a/', 'b/'],
      answer: { KeyCount: 7 },
    });
    expect(await list({ Delimiter: '/', Prefix: 'a/' })).toMatchObject({
      keys: ['a/1', 'a/2'],
      prefixes: ['a/sub/'],
    });
  });

  it('begins behind a key', async () => {
    expect((await list({ StartAfter: 'b/1' })).keys).toEqual(['c', '\uFF5E', '\u{1F600}']);
    expect((await list({ StartAfter: 'b/0' })).keys[0]).toBe('b/1');
  });

  it.each([1, 2, 3, 1000])('comes complete in pages of %i', async (MaxKeys) => {
    const seen: (string | undefined)[] = [];
    const pages = paginateListObjectsV2(
      { client: s3.client },
      { Bucket, MaxKeys, Delimiter: '/', Prefix: '' },
    );
    for await (const page of pages) {
      seen.push(
        ...(page.Contents ?? []).map(({ Key }) => Key),
        ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
      );
    }
    expect(seen.sort()).toEqual(['a&b', 'a/', 'b c+d', 'b/', 'c', '\uFF5E', '\u{1F600}'].sort());
  });

  it('holds at most 1,000 keys a page', async () => {
    const total = 1100;
    for (let n = 0; n < total; n += 1) await s3.service.putObject(Bucket, `many/${n}`, Buffer.from(''));
    const first = await list({ Prefix: 'many/', MaxKeys: 5000 });
    expect(first.answer).toMatchObject({ KeyCount: 1000, MaxKeys: 1000, IsTruncated: true });
    const second = await list({ Prefix: 'many/', ContinuationToken: first.answer.NextContinuationToken });
    expect(new Set([...first.keys, ...second.keys]).size).toBe(total);
  });

  it('encodes its keys when asked', async () => {
    const { answer } = await list({ EncodingType: 'url', Prefix: 'b' });
    expect(answer.Contents?.map(({ Key }) => Key)).toEqual(['b%20c%2Bd', 'b/1']);
  });

  it('refuses what it cannot understand', async () => {
    expect(await refusal(list({ MaxKeys: -1 }))).toEqual({ name: 'InvalidArgument', status: 400 });
    expect(await refusal(list({ ContinuationToken: 'nonsense' }))).toEqual({
      name: 'InvalidArgument',
      status: 400,
    });
  });

  it('works in its first version too, for older tools', async () => {
    const seen: (string | undefined)[] = [];
    let Marker: string | undefined;
    do {
      const page = await s3.client.send(
        new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 3, Marker, Prefix: '' }),
      );
      seen.push(
        ...(page.Contents ?? []).map(({ Key }) => Key),
        ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
      );
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    expect(seen.sort()).toEqual(['a&b', 'a/', 'b c+d', 'b/', 'c', 'many/', '\uFF5E', '\u{1F600}'].sort());
  });
});
