import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { S3Error } from '../protocol/s3-error.ts';
import { type Bucket, loadBucket } from './bucket.ts';
import type { NewObject } from './new-object.ts';
import { readRecords, writeRecord } from './record-files.ts';
import { recordSchemaVersion, StoredBucket, type Versioning } from './stored-records.ts';

/** Every bucket of the account. */
export interface Buckets {
  /** In order of their names. */
  all(): readonly Bucket[];
  find(name: string): Bucket | undefined;
  /** @throws {S3Error} NoSuchBucket */
  get(name: string): Bucket;
  create(name: string, options: { createdAt: number; versioning: Versioning }): Bucket;
  delete(bucket: Bucket): void;
}

/**
 * Every bucket of a folder: `buckets/` holds a record of each, `contents/<name>/` what is in it.
 *
 * @param folder - created when it is not there
 * @param onCreated - hears of each object that is written
 */
export const loadBuckets = (folder: string, onCreated: (object: NewObject) => void = () => {}): Buckets => {
  const records = path.join(folder, 'buckets');
  const contents = path.join(folder, 'contents');
  for (const needed of [records, contents]) mkdirSync(needed, { recursive: true });

  const buckets = new Map<string, Bucket>();
  const load = (stored: StoredBucket) => {
    const save = (changed: StoredBucket) => writeRecord(path.join(records, `${stored.name}.json`), changed);
    const bucket = loadBucket({ folder: path.join(contents, stored.name), stored, save, onCreated });
    buckets.set(stored.name, bucket);
    return bucket;
  };
  for (const stored of readRecords(records, StoredBucket)) load(stored);
  for (const name of readdirSync(contents)) {
    if (!buckets.has(name)) rmSync(path.join(contents, name), { recursive: true, force: true });
  }

  const find = (name: string) => buckets.get(name);
  return {
    all: () => [...buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    find,
    get: (name) => {
      const bucket = find(name);
      if (bucket !== undefined) return bucket;
      throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', {
        details: { BucketName: name },
      });
    },
    create: (name, { createdAt, versioning }) => {
      const stored = { schemaVersion: recordSchemaVersion, name, createdAt, versioning } as const;
      writeRecord(path.join(records, `${name}.json`), stored);
      return load(stored);
    },
    delete: ({ name }) => {
      buckets.delete(name);
      rmSync(path.join(records, `${name}.json`));
      rmSync(path.join(contents, name), { recursive: true, force: true });
    },
  };
};
