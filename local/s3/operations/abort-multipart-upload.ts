import { respondEmpty } from '../protocol/respond.ts';
import type { Operation } from '../protocol/s3-call.ts';
import { leftoverSegments } from '../store/uploads.ts';
import { findUpload } from './find-upload.ts';

export const abortMultipartUpload: Operation = (call) => {
  const { bucket, upload } = findUpload(call);
  bucket.uploads.end(upload.uploadId);
  bucket.data.discard(leftoverSegments(upload, []));
  respondEmpty(call.response, 204);
};
