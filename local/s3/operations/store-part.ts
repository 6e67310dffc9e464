import type { DigestedBytes, Sink } from '../payload/digest-chunks.ts';
import type { S3Call } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { recordSchemaVersion, type StoredPart } from '../store/stored-records.ts';
import { findUpload, refuseUpload } from './find-upload.ts';

const maxPartNumber = 10_000;

const readPartNumber = ({ query }: S3Request): number => {
  const text = query.get('partNumber') ?? '';
  const partNumber = Number(text);
  if (/^\d+$/.test(text) && partNumber >= 1 && partNumber <= maxPartNumber) return partNumber;
  throw new S3Error(
    'InvalidArgument',
    `Part number must be an integer between 1 and ${maxPartNumber}, inclusive`,
    {
      details: { ArgumentName: 'partNumber', ArgumentValue: text },
    },
  );
};

/**
 * Stores the bytes of one part, in the place of an earlier one with its number.
 *
 * @param write - puts the bytes into the sink and says what they were
 * @throws {S3Error} NoSuchUpload, also when the upload ended meanwhile; InvalidArgument
 */
export const storePart = async (
  call: S3Call,
  write: (sink: Sink) => Promise<DigestedBytes>,
): Promise<StoredPart> => {
  const { bucket, upload } = findUpload(call);
  const partNumber = readPartNumber(call.request);
  return bucket.data.create(write, ({ size, md5, checksum }, file) => {
    if (bucket.uploads.get(upload.uploadId) === undefined) refuseUpload(upload.uploadId);
    const part: StoredPart = {
      schemaVersion: recordSchemaVersion,
      uploadId: upload.uploadId,
      partNumber,
      etag: md5.toString('hex'),
      modifiedAt: call.clock(),
      segment: { file, size },
      checksum,
    };
    const replaced = bucket.uploads.putPart(part);
    if (replaced !== undefined) bucket.data.discard([replaced.segment]);
    return part;
  });
};
