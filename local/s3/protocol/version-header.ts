import type { Bucket } from '../store/bucket.ts';
import type { StoredVersion } from '../store/stored-records.ts';

/** `x-amz-version-id`, where the bucket ever had versions. */
export const versionHeader = (bucket: Bucket, version: StoredVersion): Record<string, string> =>
  bucket.versioning === 'Unversioned' ? {} : { 'x-amz-version-id': version.versionId };
