import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { mapWithLimit } from '../map-with-limit.ts';
import type { ObjectVersions } from '../ports/object-versions.ts';
import { StorageFailedError } from './storage-failed-error.ts';

const keysAtOnce = 4;

/** Removes versions and delete markers one page after another, until a look finds none. */
export const makeS3ObjectVersions = (options: {
  readonly client: S3Client;
  readonly bucket: string;
}): ObjectVersions => ({
  purge: async (keys) => {
    await mapWithLimit([...keys], keysAtOnce, (key) => purgeKey(options, key));
  },
});

const purgeKey = async (
  { client, bucket: Bucket }: { readonly client: S3Client; readonly bucket: string },
  key: string,
): Promise<void> => {
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: key }));
    const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].filter(({ Key }) => Key === key);
    if (found.length === 0) return;
    const Objects = found.map(({ Key, VersionId }) => ({ Key, VersionId }));
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
    );
    if (Errors.length > 0) throw new StorageFailedError('Object versions could not be deleted.');
  }
};
