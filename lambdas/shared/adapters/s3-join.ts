import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import type { ObjectContent, ObjectState } from '../ports/conditional-objects.ts';
import { conditionFailed, inConflict, notThere, type S3Bucket } from './s3-conditions.ts';

/** The least that a part of a multipart upload may have, the last one excepted. */
export const smallestPartBytes = 5 * 1024 * 1024;

/**
 * Puts content at the end of an object by a multipart upload whose first part S3 copies itself, so that the cost
 * does not grow with the object.
 *
 * @param expected - of `smallestPartBytes` to 5 GiB
 * @returns false when the object is no longer in that state
 */
export const joinInS3 = async (
  storing: S3Bucket,
  expected: ObjectState,
  content: ObjectContent,
): Promise<boolean> => {
  const { client, bucket: Bucket } = storing;
  const target = { Bucket, Key: expected.key };
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({
      ...target,
      ContentType: content.contentType,
      Metadata: { ...content.metadata },
    }),
  );
  const upload = { ...target, UploadId };
  try {
    const copied = await client.send(
      new UploadPartCopyCommand({
        ...upload,
        PartNumber: 1,
        CopySource: `${Bucket}/${expected.key.split('/').map(encodeURIComponent).join('/')}`,
        CopySourceIfMatch: expected.etag,
      }),
    );
    const added = await client.send(new UploadPartCommand({ ...upload, PartNumber: 2, Body: content.body }));
    const Parts = [
      {
        PartNumber: 1,
        ETag: copied.CopyPartResult?.ETag,
        ChecksumCRC32: copied.CopyPartResult?.ChecksumCRC32,
      },
      { PartNumber: 2, ETag: added.ETag, ChecksumCRC32: added.ChecksumCRC32 },
    ];
    await client.send(
      new CompleteMultipartUploadCommand({
        ...upload,
        MultipartUpload: { Parts },
        IfMatch: expected.etag,
      }),
    );
    return true;
  } catch (error) {
    // What is left of it, a rule of the bucket removes a day later.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => {});
    // A conflict drops the upload, so that it has to begin anew, from what is there by then.
    if (conditionFailed(error) || inConflict(error) || notThere(error)) return false;
    throw error;
  }
};
