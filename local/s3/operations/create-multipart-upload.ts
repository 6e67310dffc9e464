import { randomBytes } from 'node:crypto';
import { type Checksum, requestedAlgorithm } from '../checksums/checksum.ts';
import { descriptiveHeaders, encryptionHeaders, keepingHeaders } from '../protocol/object-headers.ts';
import { respondXml } from '../protocol/respond.ts';
import { type Operation, targetObject } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { recordSchemaVersion } from '../store/stored-records.ts';

const isCrc = (algorithm: string) => algorithm.startsWith('CRC');

/**
 * Whether the finished object gets one checksum over all bytes or over its parts' checksums. CRC64NVME knows only
 * the first, the SHAs only the second; the other CRCs are composite unless asked otherwise.
 */
const readChecksum = (request: S3Request): Omit<Checksum, 'value'> | undefined => {
  const algorithm = requestedAlgorithm(request, 'x-amz-checksum-algorithm');
  const type = request.headers['x-amz-checksum-type'];
  if (algorithm === undefined) {
    if (type === undefined) return undefined;
    throw new S3Error(
      'InvalidRequest',
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  }
  const wanted = type ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  if (wanted !== 'FULL_OBJECT' && wanted !== 'COMPOSITE') {
    throw new S3Error('InvalidRequest', 'Value for x-amz-checksum-type header is invalid.');
  }
  if (wanted === 'FULL_OBJECT' ? !isCrc(algorithm) : algorithm === 'CRC64NVME') {
    throw new S3Error(
      'InvalidRequest',
      `The ${wanted} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  }
  return { algorithm, type: wanted };
};

export const createMultipartUpload: Operation = (call) => {
  const { request } = call;
  const { bucket, key } = targetObject(call);
  const checksum = readChecksum(request);
  const headers = { ...descriptiveHeaders(request), ...keepingHeaders(request) };
  const tagging = request.headers['x-amz-tagging'];
  const uploadId = randomBytes(32).toString('hex');
  bucket.uploads.begin({
    schemaVersion: recordSchemaVersion,
    uploadId,
    key,
    initiatedAt: call.clock(),
    headers,
    ...(checksum === undefined ? {} : { checksum }),
    ...(tagging === undefined ? {} : { tagging }),
  });
  const content = { Bucket: bucket.name, Key: key, UploadId: uploadId };
  respondXml(
    call.response,
    { root: 'InitiateMultipartUploadResult', content },
    {
      ...encryptionHeaders(headers),
      'x-amz-checksum-algorithm': checksum?.algorithm,
      'x-amz-checksum-type': checksum?.type,
    },
  );
};
