import { buffer } from 'node:stream/consumers';
import { defaultAlgorithm } from './checksums/checksum.ts';
import { assertBucketName } from './operations/assert-bucket-name.ts';
import { digestChunks } from './payload/digest-chunks.ts';
import { wholeContent } from './payload/whole-content.ts';
import type { Buckets } from './store/buckets.ts';

/** The same objects for other parts of the local AWS, which run in this process. */
export interface S3Access {
  /** Makes sure that a bucket is there, versioned or not, and locks new objects for so many days if wanted. */
  createBucket(name: string, options: { versioned: boolean; lockDays?: number | undefined }): Promise<void>;
  /** @throws {S3Error} NoSuchBucket */
  putObject(bucket: string, key: string, body: Uint8Array): Promise<void>;
  /** @returns undefined when there is no such object; @throws {S3Error} NoSuchBucket */
  getObject(bucket: string, key: string): Promise<Uint8Array | undefined>;
  /** In UTF-8 order; @throws {S3Error} NoSuchBucket */
  listKeys(bucket: string, prefix: string): Promise<string[]>;
}

const headers = { 'content-type': 'binary/octet-stream', 'x-amz-server-side-encryption': 'AES256' };

/** @param clock - epoch ms */
export const makeS3Access = (buckets: Buckets, clock: () => number): S3Access => ({
  createBucket: async (name, { versioned, lockDays }) => {
    assertBucketName(name);
    const bucket =
      buckets.find(name) ?? buckets.create(name, { createdAt: clock(), versioning: 'Unversioned' });
    if (versioned && bucket.versioning !== 'Enabled') bucket.setVersioning('Enabled');
    if (lockDays !== undefined && bucket.lock?.defaultDays !== lockDays) {
      bucket.setLock({ defaultDays: lockDays });
    }
  },
  putObject: async (name, key, body) => {
    const bucket = buckets.get(name);
    const chunks = (async function* () {
      yield body;
    })();
    await bucket.data.create(
      (sink) => digestChunks(chunks, [defaultAlgorithm], sink),
      (bytes, file) => bucket.put(key, wholeContent(bytes, file, { headers }), clock()),
    );
  },
  getObject: async (name, key) => {
    const bucket = buckets.get(name);
    const content = bucket.current(key)?.content;
    if (content === undefined) return undefined;
    return buffer(bucket.data.read(content.segments, 0, content.size - 1));
  },
  listKeys: async (name, prefix) => {
    const bucket = buckets.get(name);
    return bucket.keys().filter((key) => key.startsWith(prefix) && bucket.current(key) !== undefined);
  },
});
