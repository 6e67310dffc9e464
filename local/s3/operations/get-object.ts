import { pipeline } from 'node:stream/promises';
import { checksumHeaders } from '../checksums/checksum.ts';
import { assertReadConditions } from '../conditions/read-conditions.ts';
import { retentionHeaders } from '../lock/retention.ts';
import { type ByteRange, parseByteRange } from '../protocol/byte-range.ts';
import { findVersion } from '../protocol/find-version.ts';
import { writeHead } from '../protocol/respond.ts';
import { type Operation, queryNumber, targetObject } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { versionHeader } from '../protocol/version-header.ts';
import type { StoredContent } from '../store/stored-records.ts';

const overridable = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
] as const;

const overrides = (request: S3Request) =>
  Object.fromEntries(
    overridable.flatMap((name) => {
      const value = request.query.get(`response-${name}`);
      return value === null ? [] : [[name, value] as const];
    }),
  );

const partRange = (content: StoredContent, partNumber: number): ByteRange => {
  const segments = content.multipart ? content.segments : content.segments.slice(0, 1);
  const segment = segments[partNumber - 1];
  if (segment === undefined) {
    throw new S3Error('InvalidPartNumber', 'The requested partnumber is not satisfiable', {
      details: { PartNumberRequested: String(partNumber), ActualPartCount: String(segments.length) },
    });
  }
  const start = segments.slice(0, partNumber - 1).reduce((sum, { size }) => sum + size, 0);
  return { start, end: start + segment.size - 1 };
};

const wantedRange = (request: S3Request, content: StoredContent) => {
  if (!request.query.has('partNumber')) return parseByteRange(request.headers['range'], content.size);
  if (request.headers['range'] !== undefined) {
    throw new S3Error('InvalidRequest', 'Cannot specify both Range header and partNumber query parameter');
  }
  return partRange(content, queryNumber(request, 'partNumber', { fallback: 1, least: 1, greatest: 10_000 }));
};

/** GetObject, and HeadObject, which is the same without the bytes. */
export const getObject: Operation = async (call) => {
  const { request, response } = call;
  const { bucket, key } = targetObject(call);
  const version = findVersion(bucket, { key, versionId: request.query.get('versionId') ?? undefined });
  const { content } = version;
  assertReadConditions(request, version);
  const range = wantedRange(request, content);
  const { start, end } = range ?? { start: 0, end: content.size - 1 };
  const asked = request.headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED';
  const tagCount = [...new URLSearchParams(content.tagging)].length;
  const headers = {
    ...content.headers,
    ...overrides(request),
    etag: `"${content.etag}"`,
    'last-modified': new Date(version.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    'content-range': range && content.size > 0 ? `bytes ${start}-${end}/${content.size}` : undefined,
    'x-amz-mp-parts-count':
      request.query.has('partNumber') && content.multipart ? content.segments.length : undefined,
    'x-amz-tagging-count': tagCount > 0 ? tagCount : undefined,
    // A client would compare it with the bytes it gets, and these are not all.
    ...(asked && range === undefined ? checksumHeaders(content.checksum) : {}),
    ...versionHeader(bucket, version),
    ...retentionHeaders(content),
  };
  if (request.method === 'HEAD') {
    writeHead(response, range ? 206 : 200, headers);
    response.end();
    return;
  }
  const bytes = bucket.data.read(content.segments, start, end);
  writeHead(response, range ? 206 : 200, headers);
  await pipeline(bytes, response);
};
