import { checksumElement, requestedAlgorithm } from '../checksums/checksum.ts';
import { writeConditionally } from '../conditions/write-conditions.ts';
import { listTime } from '../listing/list-format.ts';
import { digestChunks } from '../payload/digest-chunks.ts';
import { wholeContent } from '../payload/whole-content.ts';
import {
  descriptiveHeaders,
  encryptionHeaders,
  keepingHeaders,
  withoutKeepingHeaders,
} from '../protocol/object-headers.ts';
import { respondXml } from '../protocol/respond.ts';
import { type Operation, targetObject } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { versionHeader } from '../protocol/version-header.ts';
import type { StoredContent } from '../store/stored-records.ts';
import { type CopySource, findCopySource } from './copy-source.ts';

const readDirective = (request: S3Request, name: string): 'COPY' | 'REPLACE' => {
  const value = request.headers[name] ?? 'COPY';
  if (value === 'COPY' || value === 'REPLACE') return value;
  throw new S3Error('InvalidArgument', `Unknown ${name}.`, {
    details: { ArgumentName: name, ArgumentValue: value },
  });
};

/** What the copy is to be called and how it is to be kept. */
const copiedHeaders = (
  request: S3Request,
  source: CopySource,
): Pick<StoredContent, 'headers' | 'tagging'> => {
  const directive = readDirective(request, 'x-amz-metadata-directive');
  const changesKeeping = Object.keys(request.headers).some((name) =>
    /^x-amz-(server-side-encryption|storage-class|checksum-algorithm)/.test(name),
  );
  if (source.isTarget && directive === 'COPY' && !changesKeeping) {
    throw new S3Error(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
  const described =
    directive === 'REPLACE'
      ? descriptiveHeaders(request)
      : withoutKeepingHeaders(source.version.content.headers);
  const tagging =
    readDirective(request, 'x-amz-tagging-directive') === 'REPLACE'
      ? request.headers['x-amz-tagging']
      : source.version.content.tagging;
  return {
    headers: { ...described, ...keepingHeaders(request) },
    ...(tagging === undefined ? {} : { tagging }),
  };
};

export const copyObject: Operation = async (call) => {
  const { request } = call;
  const target = targetObject(call);
  const source = findCopySource(call);
  const { content: original } = source.version;
  const kept = copiedHeaders(request, source);
  const algorithm = requestedAlgorithm(request, 'x-amz-checksum-algorithm') ?? original.checksum.algorithm;
  const bytes = source.bucket.data.read(original.segments, 0, original.size - 1);
  const { content, version } = await writeConditionally(request, target, (assertMet) =>
    target.bucket.data.create(
      (sink) => digestChunks(bytes, [algorithm], sink),
      (written, file) => {
        assertMet();
        const content = wholeContent(written, file, kept);
        return { content, version: target.bucket.put(target.key, content, call.clock()) };
      },
    ),
  );
  const document = {
    root: 'CopyObjectResult',
    content: {
      LastModified: listTime(version.modifiedAt),
      ETag: `"${content.etag}"`,
      ChecksumType: content.checksum.type,
      [checksumElement(algorithm)]: content.checksum.value,
    },
  };
  respondXml(call.response, document, {
    ...encryptionHeaders(content.headers),
    ...versionHeader(target.bucket, version),
    'x-amz-copy-source-version-id': versionHeader(source.bucket, source.version)['x-amz-version-id'],
  });
};
