import { failPrecondition, sameEtag } from '../conditions/write-conditions.ts';
import { assertNotLocked } from '../lock/retention.ts';
import { respondEmpty } from '../protocol/respond.ts';
import { type Operation, targetObject } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { Bucket } from '../store/bucket.ts';

export interface Deletion {
  readonly key: string;
  readonly versionId: string | undefined;
  /** Delete only what has this ETag; `*` for anything that exists. */
  readonly ifMatch: string | undefined;
}

export interface DeletionResult {
  readonly deleteMarker: boolean;
  /** Of the version that was deleted, or of the marker that was left. */
  readonly versionId: string | undefined;
}

const assertMatch = (bucket: Bucket, { key, ifMatch }: Deletion) => {
  if (ifMatch === undefined) return;
  const current = bucket.current(key);
  if (current === undefined) {
    throw new S3Error('NoSuchKey', 'The specified key does not exist.', { details: { Key: key } });
  }
  if (ifMatch !== '*' && !sameEtag(ifMatch, current.content.etag)) failPrecondition('If-Match');
};

/**
 * Deletes one object or one version; what is not there counts as deleted.
 *
 * @param now - epoch ms
 * @throws {S3Error} PreconditionFailed or NoSuchKey when `ifMatch` does not hold; AccessDenied for a locked version
 */
export const deleteOne = (bucket: Bucket, deletion: Deletion, now: number): DeletionResult => {
  assertMatch(bucket, deletion);
  const { key, versionId } = deletion;
  if (versionId === undefined) {
    const marker = bucket.remove(key, now);
    return { deleteMarker: marker !== undefined, versionId: marker?.versionId };
  }
  const version = bucket.versionsOf(key).find((one) => one.versionId === versionId);
  if (version !== undefined) {
    assertNotLocked(version, now);
    bucket.removeVersion(version);
  }
  return { deleteMarker: version !== undefined && version.content === undefined, versionId };
};

export const deleteObject: Operation = (call) => {
  const { bucket, key } = targetObject(call);
  const versionId = call.request.query.get('versionId') ?? undefined;
  const result = deleteOne(
    bucket,
    { key, versionId, ifMatch: call.request.headers['if-match'] },
    call.clock(),
  );
  respondEmpty(call.response, 204, {
    'x-amz-delete-marker': result.deleteMarker ? 'true' : undefined,
    'x-amz-version-id': result.versionId,
  });
};
