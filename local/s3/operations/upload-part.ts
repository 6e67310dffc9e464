import {
  type ChecksumAlgorithm,
  checksumElement,
  checksumHeader,
  defaultAlgorithm,
} from '../checksums/checksum.ts';
import { listTime } from '../listing/list-format.ts';
import { type DigestedBytes, digestChunks } from '../payload/digest-chunks.ts';
import { expectedDigests } from '../payload/expected-digests.ts';
import { receivePayload } from '../payload/receive-payload.ts';
import { parseByteRange } from '../protocol/byte-range.ts';
import { encryptionHeaders } from '../protocol/object-headers.ts';
import { respondEmpty, respondXml } from '../protocol/respond.ts';
import type { Operation } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { versionHeader } from '../protocol/version-header.ts';
import type { Upload } from '../store/uploads.ts';
import { findCopySource } from './copy-source.ts';
import { findUpload } from './find-upload.ts';
import { storePart } from './store-part.ts';

/** What a part's checksum is kept in: from it the whole object's is made. */
const keptAlgorithm = (upload: Upload) => upload.checksum?.algorithm ?? defaultAlgorithm;

/** An upload that named no algorithm takes parts with any; one that did takes only its own. */
const assertAlgorithm = (upload: Upload, sent: ChecksumAlgorithm | undefined) => {
  const wanted = upload.checksum;
  if (wanted === undefined || sent === wanted.algorithm) return;
  if (sent === undefined && wanted.type === 'FULL_OBJECT') return;
  throw new S3Error(
    'InvalidRequest',
    `Checksum Type mismatch occurred, expected checksum Type: ${wanted.algorithm.toLowerCase()}, actual checksum Type: ${sent?.toLowerCase() ?? 'null'}`,
  );
};

export const uploadPart: Operation = async (call) => {
  const { upload } = findUpload(call);
  const sent = expectedDigests(call.request).algorithm;
  assertAlgorithm(upload, sent);
  let received: DigestedBytes | undefined;
  const part = await storePart(call, async (sink) => {
    received = await receivePayload(call.request, sink, keptAlgorithm(upload));
    return received;
  });
  respondEmpty(call.response, 200, {
    etag: `"${part.etag}"`,
    ...(sent && { [checksumHeader(sent)]: received?.checksumBy(sent)?.toString('base64') }),
    ...encryptionHeaders(upload.headers),
  });
};

export const uploadPartCopy: Operation = async (call) => {
  const { upload } = findUpload(call);
  const source = findCopySource(call);
  const { content } = source.version;
  const header = call.request.headers['x-amz-copy-source-range'];
  const range = parseByteRange(header, content.size);
  if (header !== undefined && range === undefined) {
    throw new S3Error(
      'InvalidArgument',
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
      { details: { ArgumentName: 'x-amz-copy-source-range', ArgumentValue: header } },
    );
  }
  const { start, end } = range ?? { start: 0, end: content.size - 1 };
  const bytes = source.bucket.data.read(content.segments, start, end);
  const algorithm = keptAlgorithm(upload);
  const part = await storePart(call, (sink) => digestChunks(bytes, [algorithm], sink));
  const result = {
    LastModified: listTime(part.modifiedAt),
    ETag: `"${part.etag}"`,
    [checksumElement(part.checksum.algorithm)]: part.checksum.value,
  };
  respondXml(
    call.response,
    { root: 'CopyPartResult', content: result },
    {
      ...encryptionHeaders(upload.headers),
      'x-amz-copy-source-version-id': versionHeader(source.bucket, source.version)['x-amz-version-id'],
    },
  );
};
