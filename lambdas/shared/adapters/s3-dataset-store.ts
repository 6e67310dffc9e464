import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { DatasetStore } from '../ports/dataset-store.ts';
import type { Sleep } from '../ports/sleep.ts';
import { withRetries } from '../with-retries.ts';
import { StorageFailedError } from './storage-failed-error.ts';

interface Storing {
  readonly client: S3Client;
  readonly bucket: string;
  readonly sleep: Sleep;
  readonly random: () => number;
}

/** Two parts of 8 MiB under way: 16 MiB of memory whatever the file, which may reach 80 GB. */
const partBytes = 8 * 1024 * 1024;
const partsInFlight = 2;
const chunkCharacters = 64 * 1024;

/** Datasets in S3: data files by multipart upload, manifests by conditional put. */
export const makeS3DatasetStore = (storing: Storing): DatasetStore => {
  const { client, bucket } = storing;
  return {
    pathOf: (key) => `s3://${bucket}/${key}`,
    write: async (key, lines) => {
      const hash = createHash('sha256');
      const count = { bytes: 0 };
      const Body = Readable.from(chunksOf(lines, { hash, count }), { objectMode: false });
      const params = { Bucket: bucket, Key: key, Body, ContentType: contentTypeOf(key) };
      try {
        await new Upload({ client, params, partSize: partBytes, queueSize: partsInFlight }).done();
      } catch (cause) {
        throw new StorageFailedError('A data file could not be stored.', { cause });
      }
      return { sha256: hash.digest('hex'), bytes: count.bytes };
    },
    writeOnce: (key, text) => putOnce(storing, key, text),
    remove: async (keys) => {
      for (const Key of keys) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    },
  };
};

const putOnce = async (storing: Storing, key: string, text: string): Promise<void> => {
  const { client, bucket, sleep, random } = storing;
  const put = () =>
    client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: text,
        ContentType: contentTypeOf(key),
        IfNoneMatch: '*',
      }),
    );
  try {
    await withRetries(put, {
      attempts: 6,
      baseDelayMs: 100,
      maxDelayMs: 5_000,
      sleep,
      random,
      // Another put of the same key was under way: S3 asks to try again.
      retryable: (error) => nameOf(error) === 'ConditionalRequestConflict',
    });
  } catch (cause) {
    if (nameOf(cause) === 'PreconditionFailed' && (await holds(storing, key, text))) return;
    throw new StorageFailedError('The manifest could not be stored.', { cause });
  }
};

const holds = async ({ client, bucket }: Storing, key: string, text: string): Promise<boolean> => {
  try {
    const stored = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await stored.Body?.transformToString()) === text;
  } catch (cause) {
    throw new StorageFailedError('The manifest that is there already could not be read.', { cause });
  }
};

/** Lines gathered into pieces worth sending; hashed and counted on their way. */
function* chunksOf(
  lines: Iterable<string>,
  { hash, count }: { hash: Hash; count: { bytes: number } },
): Generator<Buffer> {
  const passOn = (text: string): Buffer => {
    const chunk = Buffer.from(text, 'utf8');
    hash.update(chunk);
    count.bytes += chunk.length;
    return chunk;
  };
  let pending = '';
  for (const line of lines) {
    pending += line;
    if (pending.length < chunkCharacters) continue;
    yield passOn(pending);
    pending = '';
  }
  if (pending !== '') yield passOn(pending);
}

const contentTypeOf = (key: string): string => {
  if (key.endsWith('.csv')) return 'text/csv; charset=utf-8; header=present';
  return key.endsWith('.jsonl') ? 'application/jsonl' : 'application/json';
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
