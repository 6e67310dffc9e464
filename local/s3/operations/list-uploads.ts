import { checksumElement } from '../checksums/checksum.ts';
import { listEntries } from '../listing/list-entries.ts';
import {
  accountOwner,
  listTime,
  prefixElements,
  readListFormat,
  readMaxKeys,
} from '../listing/list-format.ts';
import { respondXml } from '../protocol/respond.ts';
import { type Operation, queryNumber, targetBucket } from '../protocol/s3-call.ts';
import { compareUtf8 } from '../store/compare-utf8.ts';
import type { Upload } from '../store/uploads.ts';
import { findUpload } from './find-upload.ts';

export const listMultipartUploads: Operation = (call) => {
  const { request } = call;
  const bucket = targetBucket(call);
  const format = readListFormat(request);
  const maxEntries = readMaxKeys(request, 'max-uploads');
  const keyMarker = request.query.get('key-marker') ?? '';
  const uploadIdMarker = request.query.get('upload-id-marker') || undefined;
  const byKey = Map.groupBy(bucket.uploads.all(), ({ key }) => key);
  const page = listEntries<Upload>({
    keys: [...byKey.keys()].sort(compareUtf8),
    prefix: format.prefix,
    delimiter: format.delimiter,
    afterKey: keyMarker,
    afterId: uploadIdMarker,
    maxEntries,
    expand: (key) =>
      (byKey.get(key) ?? [])
        .sort((a, b) => a.initiatedAt - b.initiatedAt)
        .map((value) => ({ id: value.uploadId, value })),
  });
  respondXml(call.response, {
    root: 'ListMultipartUploadsResult',
    content: {
      Bucket: bucket.name,
      KeyMarker: format.encode(keyMarker),
      UploadIdMarker: uploadIdMarker ?? '',
      NextKeyMarker: page.next && format.encode(page.next.key),
      NextUploadIdMarker: page.next?.id,
      Prefix: format.encode(format.prefix),
      Delimiter: format.delimiter === '' ? undefined : format.encode(format.delimiter),
      EncodingType: format.encodingType,
      MaxUploads: maxEntries,
      IsTruncated: page.next !== undefined,
      Upload: page.values.map(({ key, uploadId, initiatedAt, headers, checksum }) => ({
        Key: format.encode(key),
        UploadId: uploadId,
        Initiator: accountOwner,
        Owner: accountOwner,
        StorageClass: headers['x-amz-storage-class'] ?? 'STANDARD',
        Initiated: listTime(initiatedAt),
        ChecksumAlgorithm: checksum?.algorithm,
        ChecksumType: checksum?.type,
      })),
      CommonPrefixes: prefixElements(page.commonPrefixes, format),
    },
  });
};

export const listParts: Operation = (call) => {
  const { request } = call;
  const { bucket, key, upload } = findUpload(call);
  const maxParts = readMaxKeys(request, 'max-parts');
  const marker = queryNumber(request, 'part-number-marker', { fallback: 0, least: 0, greatest: 10_000 });
  const following = [...upload.parts.values()]
    .filter(({ partNumber }) => partNumber > marker)
    .sort((a, b) => a.partNumber - b.partNumber);
  const parts = following.slice(0, maxParts);
  const isTruncated = maxParts > 0 && following.length > parts.length;
  respondXml(call.response, {
    root: 'ListPartsResult',
    content: {
      Bucket: bucket.name,
      Key: key,
      UploadId: upload.uploadId,
      Initiator: accountOwner,
      Owner: accountOwner,
      StorageClass: upload.headers['x-amz-storage-class'] ?? 'STANDARD',
      PartNumberMarker: marker,
      NextPartNumberMarker: parts.at(-1)?.partNumber ?? 0,
      MaxParts: maxParts,
      IsTruncated: isTruncated,
      ChecksumAlgorithm: upload.checksum?.algorithm,
      ChecksumType: upload.checksum?.type,
      Part: parts.map(({ partNumber, modifiedAt, etag, segment, checksum }) => ({
        PartNumber: partNumber,
        LastModified: listTime(modifiedAt),
        ETag: `"${etag}"`,
        Size: segment.size,
        [checksumElement(checksum.algorithm)]: upload.checksum && checksum.value,
      })),
    },
  });
};
