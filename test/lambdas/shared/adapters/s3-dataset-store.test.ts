import { createHash } from 'node:crypto';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { makeS3DatasetReader } from '../../../../lambdas/shared/adapters/s3-dataset-reader.ts';
import { makeS3DatasetStore } from '../../../../lambdas/shared/adapters/s3-dataset-store.ts';
import { useTestS3 } from '../../../support/s3-client.ts';
import { fakeSleep } from '../../support/fake-sleep.ts';

const bucket = 'mindmate-ml-models-000000000000';
const s3 = useTestS3();

const store = () =>
  makeS3DatasetStore({ client: s3.client, bucket, sleep: fakeSleep().sleep, random: () => 0 });
const read = async (Key: string) => {
  const { Body, ContentType } = await s3.client.send(new GetObjectCommand({ Bucket: bucket, Key }));
  return { text: (await Body?.transformToString()) ?? '', type: ContentType };
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a data file', () => {
  it('is stored with the size and hash that are told', async () => {
    const told = await store().write('training/a.csv', ['a,é\n', '1,2\n']);
    const { text, type } = await read('training/a.csv');
    expect(text).toBe('a,é\n1,2\n');
    expect(type).toMatch(/^text\/csv/);
    expect(told).toEqual({ sha256: sha256(text), bytes: Buffer.byteLength(text) });
  });

  it('larger than a part goes up in parts and comes out whole', async () => {
    const line = `${'x'.repeat(999)}\n`;
    const told = await store().write('training/large.jsonl', Array<string>(20_000).fill(line));
    expect(told.bytes).toBe(20_000_000);
    const { text } = await read('training/large.jsonl');
    expect(sha256(text)).toBe(told.sha256);
  });

  it('that S3 refuses is storage-failed', async () => {
    const elsewhere = makeS3DatasetStore({
      client: s3.client,
      bucket: 'no-such-bucket',
      sleep: fakeSleep().sleep,
      random: () => 0,
    });
    await expect(elsewhere.write('training/a.csv', ['a\n'])).rejects.toMatchObject({
      code: 'storage-failed',
    });
    await expect(elsewhere.writeOnce('training/m.json', '{}')).rejects.toMatchObject({
      code: 'storage-failed',
    });
  });

  it('can be removed, also when it is not there', async () => {
    await store().write('training/gone.csv', ['a\n']);
    await store().remove(['training/gone.csv', 'training/never.csv']);
    const listed = await s3.client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: 'training/gone' }),
    );
    expect(listed.Contents ?? []).toEqual([]);
  });
});

describe('a manifest', () => {
  it('can be stored again as it is, but never replaced', async () => {
    await store().writeOnce('training/manifest_1.json', '{"a":1}\n');
    await store().writeOnce('training/manifest_1.json', '{"a":1}\n');
    await expect(store().writeOnce('training/manifest_1.json', '{"a":2}\n')).rejects.toMatchObject({
      code: 'storage-failed',
    });
    expect((await read('training/manifest_1.json')).text).toBe('{"a":1}\n');
  });

  it('is put again when another put of it was under way', async () => {
    const busy = s3.anotherClient();
    let puts = 0;
    busy.middlewareStack.add(
      (next) => async (args) => {
        puts += 1;
        if (puts < 3) throw Object.assign(new Error('busy'), { name: 'ConditionalRequestConflict' });
        return next(args);
      },
      { step: 'initialize', name: 'busy' },
    );
    const { sleep, waitsMs } = fakeSleep();
    await makeS3DatasetStore({ client: busy, bucket, sleep, random: () => 1 }).writeOnce(
      'training/manifest_2.json',
      '{}',
    );
    expect(waitsMs).toEqual([100, 200]);
  });
});

describe('reading a dataset', () => {
  it('gives every line with its end, whatever line ends the file has', async () => {
    await s3.client.send(
      new PutObjectCommand({ Bucket: bucket, Key: 'training/crlf.csv', Body: 'a,b\r\n1,2\n3,4' }),
    );
    const lines: string[] = [];
    for await (const line of makeS3DatasetReader({ client: s3.client }).readLines(
      `s3://${bucket}/training/crlf.csv`,
    ))
      lines.push(line);
    expect(lines).toEqual(['a,b\n', '1,2\n', '3,4\n']);
  });

  it('that is not there says so by its path', async () => {
    const reader = makeS3DatasetReader({ client: s3.client });
    await expect(reader.readText(`s3://${bucket}/training/none.json`)).rejects.toMatchObject({
      code: 'dataset-not-found',
      data: { path: `s3://${bucket}/training/none.json` },
    });
  });
});
