import { checksumElement, checksumHeader } from '../checksums/checksum.ts';
import { checksumOfParts } from '../checksums/checksum-of-parts.ts';
import { writeConditionally } from '../conditions/write-conditions.ts';
import { receiveText } from '../payload/receive-text.ts';
import { encryptionHeaders } from '../protocol/object-headers.ts';
import { respondXml } from '../protocol/respond.ts';
import { type Operation, type S3Call, targetObject } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { versionHeader } from '../protocol/version-header.ts';
import { holdsContent } from '../store/bucket.ts';
import type { ObjectVersion, StoredContent, StoredPart } from '../store/stored-records.ts';
import { leftoverSegments, type Upload } from '../store/uploads.ts';
import { findUpload } from './find-upload.ts';
import { multipartEtag, readPartList } from './read-part-list.ts';

const contentOf = (upload: Upload, parts: readonly StoredPart[]): StoredContent => ({
  etag: multipartEtag(parts),
  size: parts.reduce((sum, { segment }) => sum + segment.size, 0),
  // The parts' files become the object's: nothing is copied, so finishing takes one step.
  segments: parts.map(({ segment }) => segment),
  multipart: true,
  checksum: checksumOfParts(
    upload.checksum ?? { algorithm: parts[0]!.checksum.algorithm, type: 'FULL_OBJECT' },
    parts.map(({ segment, checksum }) => ({ size: segment.size, checksum })),
  ),
  headers: upload.headers,
  uploadId: upload.uploadId,
  ...(upload.tagging === undefined ? {} : { tagging: upload.tagging }),
});

/** Compares what the writer says of the whole object with what it is. */
const verifyWhole = ({ request }: S3Call, { checksum, size }: StoredContent) => {
  const announcedSize = request.headers['x-amz-mp-object-size'];
  if (announcedSize !== undefined && Number(announcedSize) !== size) {
    throw new S3Error(
      'InvalidRequest',
      `The provided 'x-amz-mp-object-size' header value ${announcedSize} does not match what was computed: ${size}.`,
    );
  }
  const announced = request.headers[checksumHeader(checksum.algorithm)];
  if (announced === undefined) return;
  // A composite may be written with or without the number of parts.
  if (announced !== checksum.value && announced !== checksum.value.replace(/-\d+$/, '')) {
    throw new S3Error(
      'BadDigest',
      `The ${checksum.algorithm} you specified did not match the calculated checksum.`,
    );
  }
};

const respondCompleted = (call: S3Call, version: ObjectVersion) => {
  const { bucket, key } = targetObject(call);
  const { content } = version;
  const result = {
    Location: `http://${call.request.headers['host']}/${bucket.name}/${encodeURIComponent(key)}`,
    Bucket: bucket.name,
    Key: key,
    ETag: `"${content.etag}"`,
    [checksumElement(content.checksum.algorithm)]: content.checksum.value,
    ChecksumType: content.checksum.type,
  };
  respondXml(
    call.response,
    { root: 'CompleteMultipartUploadResult', content: result },
    { ...encryptionHeaders(content.headers), ...versionHeader(bucket, version) },
  );
};

/** The checksum headers of this request speak of the finished object, not of its body. */
const withoutObjectChecksum = (request: S3Request): S3Request => ({
  ...request,
  headers: Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !name.startsWith('x-amz-checksum-')),
  ),
});

/** What an earlier request finished: a client that missed the answer asks again and is told the same. */
const alreadyCompleted = (call: S3Call) => {
  const { bucket, key } = targetObject(call);
  const uploadId = call.request.query.get('uploadId');
  return bucket
    .versionsOf(key)
    .filter(holdsContent)
    .find(({ content }) => content.uploadId === uploadId);
};

export const completeMultipartUpload: Operation = async (call) => {
  const target = targetObject(call);
  const completed = await writeConditionally(call.request, target, async (assertMet) => {
    const text = await receiveText(withoutObjectChecksum(call.request));
    const earlier = alreadyCompleted(call);
    if (earlier !== undefined) return earlier;
    const { bucket, upload } = findUpload(call);
    const content = contentOf(upload, readPartList(text, upload));
    verifyWhole(call, content);
    try {
      assertMet();
    } catch (error) {
      // S3 drops the upload: after a conflict it has to be started again.
      if (error instanceof S3Error && error.code === 'ConditionalRequestConflict') {
        bucket.uploads.end(upload.uploadId);
        bucket.data.discard(leftoverSegments(upload, []));
      }
      throw error;
    }
    const version = bucket.put(target.key, content, call.clock());
    bucket.uploads.end(upload.uploadId);
    bucket.data.discard(leftoverSegments(upload, content.segments));
    return { ...version, content };
  });
  respondCompleted(call, completed);
};
