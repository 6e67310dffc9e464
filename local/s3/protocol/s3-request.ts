import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

/** One request, taken apart; the body is still to be read. */
export interface S3Request {
  readonly method: string;
  /** Absent for the list of buckets. */
  readonly bucket: string | undefined;
  /** Absent for operations on a bucket. */
  readonly key: string | undefined;
  readonly query: URLSearchParams;
  /** By lower-case name; a presigned URL's `x-amz-…` parameters count as headers, as on S3. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly message: IncomingMessage;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
};

const virtualHost = /^(?<bucket>.+)\.(?:localhost|127\.0\.0\.1)(?::\d+)?$/;

const signingParameter =
  /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|security-token)$/i;

// S3 stores without a word what such a URL says of checksums: the SDK signs those of an empty body.
const isHoistedHeader = (name: string) =>
  /^x-amz-/i.test(name) &&
  !signingParameter.test(name) &&
  !/^x-amz-(checksum-(?!mode)|sdk-checksum)/i.test(name);

const readHeaders = (message: IncomingMessage, query: URLSearchParams) => {
  const headers: Record<string, string | undefined> = {};
  if (query.has('X-Amz-Signature')) {
    for (const [name, value] of query) if (isHoistedHeader(name)) headers[name.toLowerCase()] = value;
  }
  for (const [name, value] of Object.entries(message.headers)) {
    headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return headers;
};

/**
 * Takes a request apart, path-style (`/bucket/key`) or by host (`bucket.localhost`).
 *
 * The path is never normalised: `..` and `//` are ordinary parts of a key.
 *
 * @throws {S3Error} InvalidURI, KeyTooLongError
 */
export const parseS3Request = (message: IncomingMessage): S3Request => {
  const target = message.url ?? '/';
  const queryStart = target.indexOf('?');
  const path = queryStart < 0 ? target : target.slice(0, queryStart);
  const query = new URLSearchParams(queryStart < 0 ? '' : target.slice(queryStart + 1));
  const hostBucket = virtualHost.exec(message.headers.host ?? '')?.groups?.['bucket'];
  const [bucket, ...keyParts] = path.slice(1).split('/');
  const key = decode(hostBucket === undefined ? keyParts.join('/') : path.slice(1));
  if (Buffer.byteLength(key) > 1024) {
    throw new S3Error('KeyTooLongError', 'Your key is too long', {
      details: { Size: String(Buffer.byteLength(key)), MaxSizeAllowed: '1024' },
    });
  }
  return {
    method: message.method ?? 'GET',
    bucket: hostBucket ?? (decode(bucket ?? '') || undefined),
    key: key === '' ? undefined : key,
    query,
    headers: readHeaders(message, query),
    message,
  };
};
