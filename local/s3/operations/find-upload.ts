import { type S3Call, targetObject } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { Bucket } from '../store/bucket.ts';
import type { Upload } from '../store/uploads.ts';

/** @throws {S3Error} NoSuchUpload, always */
export const refuseUpload = (uploadId: string): never => {
  throw new S3Error(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { details: { UploadId: uploadId } },
  );
};

/**
 * The multipart upload that a request is about.
 *
 * @throws {S3Error} NoSuchBucket, NoSuchUpload
 */
export const findUpload = (call: S3Call): { bucket: Bucket; key: string; upload: Upload } => {
  const { bucket, key } = targetObject(call);
  const uploadId = call.request.query.get('uploadId') ?? '';
  const upload = bucket.uploads.get(uploadId);
  return { bucket, key, upload: upload?.key === key ? upload : refuseUpload(uploadId) };
};
