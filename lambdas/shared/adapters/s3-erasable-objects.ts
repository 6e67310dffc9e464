import { DeleteObjectsCommand, GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ErasableObjects, ErasableVersion } from '../ports/erasable-objects.ts';
import { notThere } from './s3-conditions.ts';
import { listVersions } from './s3-list-versions.ts';
import { StorageFailedError } from './storage-failed-error.ts';

const deletesPerCall = 1000;

/** Every version of every object of one bucket, versioned or not. */
export const makeS3ErasableObjects = (options: {
  readonly client: S3Client;
  readonly bucket: string;
}): ErasableObjects => {
  const { client, bucket: Bucket } = options;
  const named = ({ key: Key, versionId: VersionId }: ErasableVersion) => ({ Bucket, Key, VersionId });
  const unlessGone = async <T>(call: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await call();
    } catch (error) {
      if (notThere(error)) return undefined;
      throw error;
    }
  };
  return {
    versions: (prefix) => listVersions(client, { bucket: Bucket, prefix }),
    read: (version) =>
      unlessGone(async () => {
        const { Body } = await client.send(new GetObjectCommand(named(version)));
        return await Body?.transformToByteArray();
      }),
    describe: (version) =>
      unlessGone(async () => {
        const { Metadata = {}, ETag = '' } = await client.send(new HeadObjectCommand(named(version)));
        return { metadata: Metadata, etag: ETag };
      }),
    remove: async (versions) => {
      for (let start = 0; start < versions.length; start += deletesPerCall) {
        const Objects = versions
          .slice(start, start + deletesPerCall)
          .map(({ key: Key, versionId: VersionId }) => ({ Key, VersionId }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors.length > 0) throw new StorageFailedError('Object versions could not be deleted.');
      }
    },
  };
};
