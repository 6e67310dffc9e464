import { type Bucket, holdsContent } from '../store/bucket.ts';
import type { ObjectVersion } from '../store/stored-records.ts';
import { S3Error } from './s3-error.ts';

/**
 * The object that a read is about.
 *
 * @param wanted - without `versionId` the newest
 * @throws {S3Error} NoSuchKey; NoSuchVersion; MethodNotAllowed for a delete marker asked for by its id
 */
export const findVersion = (
  bucket: Bucket,
  wanted: { readonly key: string; readonly versionId: string | undefined },
): ObjectVersion => {
  const { key, versionId } = wanted;
  const versions = bucket.versionsOf(key);
  const version = versionId === undefined ? versions[0] : versions.find((one) => one.versionId === versionId);
  if (holdsContent(version)) return version;
  const marker = version && { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  if (versionId === undefined) {
    throw new S3Error('NoSuchKey', 'The specified key does not exist.', {
      details: { Key: key },
      ...(marker && { headers: marker }),
    });
  }
  if (marker === undefined) {
    throw new S3Error('NoSuchVersion', 'The specified version does not exist.', {
      details: { Key: key, VersionId: versionId },
    });
  }
  throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    details: { Method: 'GET', ResourceType: 'DeleteMarker' },
    headers: { ...marker, allow: 'DELETE' },
  });
};
