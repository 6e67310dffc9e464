import { assertReadConditions } from '../conditions/read-conditions.ts';
import { findVersion } from '../protocol/find-version.ts';
import { type S3Call, targetObject } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { Bucket } from '../store/bucket.ts';
import type { ObjectVersion } from '../store/stored-records.ts';

export interface CopySource {
  readonly bucket: Bucket;
  readonly version: ObjectVersion;
  /** Whether it is the very object that the copy would replace. */
  readonly isTarget: boolean;
}

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidArgument', 'Invalid copy source encoding.', {
      details: { ArgumentName: 'x-amz-copy-source', ArgumentValue: text },
    });
  }
};

/**
 * The object that `x-amz-copy-source` names (`bucket/key`, percent-encoded, with `?versionId=` or without), once
 * its conditions hold.
 *
 * @throws {S3Error} InvalidArgument, NoSuchBucket, NoSuchKey, NoSuchVersion, PreconditionFailed
 */
export const findCopySource = (call: S3Call): CopySource => {
  const header = call.request.headers['x-amz-copy-source'] ?? '';
  const [location = '', versionId] = header.split('?versionId=');
  const match = /^\/?([^/]+)\/(.+)$/s.exec(decode(location));
  if (match === null) {
    throw new S3Error(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      {
        details: { ArgumentName: 'x-amz-copy-source', ArgumentValue: header },
      },
    );
  }
  const [, name = '', key = ''] = match;
  const bucket = call.buckets.get(name);
  const version = findVersion(bucket, { key, versionId });
  assertReadConditions(call.request, version, 'x-amz-copy-source-');
  const target = targetObject(call);
  return {
    bucket,
    version,
    isTarget: versionId === undefined && target.bucket === bucket && target.key === key,
  };
};
