import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { makeS3HealthExports } from '../../../../lambdas/shared/adapters/s3-health-exports.ts';
import { useTestS3 } from '../../../support/s3-client.ts';

const bucket = 'mindmate-health-data-000000000000';
const s3 = useTestS3();

const put = async (Key: string, Body: Uint8Array, Metadata: Record<string, string> = {}) => {
  const { ETag = '' } = await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, Metadata }));
  // As events name it, without the quotes.
  return { key: Key, etag: ETag.replaceAll('"', '') };
};
const fetch = (object: { key: string; etag: string }, maxBytes = 1000) =>
  makeS3HealthExports({ client: s3.client, bucket }).fetch(object, maxBytes);

describe('an export', () => {
  it('is fetched with its metadata, names in lower case', async () => {
    const object = await put('exports/a b+ü.avro', Buffer.from('Obj'), { 'User-Id': 'ada' });
    expect(await fetch(object)).toEqual({
      state: 'found',
      bytes: new Uint8Array(Buffer.from('Obj')),
      metadata: { 'user-id': 'ada' },
    });
  });

  it('with more bytes than wanted is not downloaded, and says whose it is all the same', async () => {
    const object = await put('exports/large.avro', Buffer.alloc(5_000_000), { 'user-id': 'ada' });
    expect(await fetch(object)).toEqual({ state: 'too-large', metadata: { 'user-id': 'ada' } });
    expect(await fetch(object, 5_000_000)).toMatchObject({ state: 'found' });
  });

  it('that was replaced or never there is gone, and never taken for another', async () => {
    const first = await put('exports/twice.avro', Buffer.from('one'));
    await put('exports/twice.avro', Buffer.from('other'));
    expect(await fetch(first)).toEqual({ state: 'gone' });
    expect(await fetch({ key: 'exports/none.avro', etag: 'x' })).toEqual({ state: 'gone' });
  });

  it('that cannot be had for another reason is a failure', async () => {
    const elsewhere = makeS3HealthExports({ client: s3.client, bucket: 'no-such-bucket' });
    await expect(elsewhere.fetch({ key: 'a', etag: 'b' }, 1)).rejects.toThrow(/bucket/i);
  });
});
