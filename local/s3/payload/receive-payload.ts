import { type ChecksumAlgorithm, checksumHeader, defaultAlgorithm } from '../checksums/checksum.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { decodeAwsChunked } from './decode-aws-chunked.ts';
import { type DigestedBytes, digestChunks, type Sink } from './digest-chunks.ts';
import { assertChecksumValue, type ExpectedDigests, expectedDigests } from './expected-digests.ts';

const maxBytes = 5 * 1024 ** 3;

const isAwsChunked = (request: S3Request) =>
  request.headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true ||
  request.headers['content-encoding']?.split(',').some((coding) => coding.trim() === 'aws-chunked') === true;

const announcedBytes = (request: S3Request): number => {
  const header = request.headers[isAwsChunked(request) ? 'x-amz-decoded-content-length' : 'content-length'];
  if (header === undefined || !/^\d+$/.test(header)) {
    if (request.headers['transfer-encoding'] !== undefined && !isAwsChunked(request)) {
      throw new S3Error(
        'NotImplemented',
        'A header you provided implies functionality that is not implemented',
        {
          details: { Header: 'Transfer-Encoding' },
        },
      );
    }
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  const bytes = Number(header);
  if (bytes > maxBytes) {
    throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      details: { ProposedSize: header, MaxSizeAllowed: String(maxBytes) },
    });
  }
  return bytes;
};

const promisedChecksum = (expected: ExpectedDigests, trailers: ReadonlyMap<string, string>) => {
  if (expected.algorithm === undefined || !expected.inTrailer) return expected.value;
  const value = trailers.get(checksumHeader(expected.algorithm));
  if (value === undefined) {
    throw new S3Error(
      'MalformedTrailerError',
      'The request contained trailing data that was not well-formed or did not conform to our published schema.',
    );
  }
  assertChecksumValue(expected.algorithm, value);
  return value;
};

const verify = (bytes: DigestedBytes, expected: ExpectedDigests, promised: string | undefined) => {
  if (expected.md5 !== undefined && !expected.md5.equals(bytes.md5)) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.', {
      details: {
        ExpectedDigest: expected.md5.toString('base64'),
        CalculatedDigest: bytes.md5.toString('base64'),
      },
    });
  }
  if (
    expected.contentSha256 !== undefined &&
    bytes.checksumBy('SHA256')?.toString('hex') !== expected.contentSha256
  ) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const computed = expected.algorithm && bytes.checksumBy(expected.algorithm);
  if (promised !== undefined && promised !== computed?.toString('base64')) {
    throw new S3Error(
      'BadDigest',
      `The ${expected.algorithm} you specified did not match the calculated checksum.`,
    );
  }
};

/**
 * Reads a request's body into a sink, without its framing, and checks everything its headers and trailers say.
 *
 * @param sink - gets the bytes as they come; what it kept must be thrown away when this throws
 * @param kept - the algorithm of the checksum to keep: the writer's own, unless something else decides it
 * @throws {S3Error} BadDigest, IncompleteBody, MissingContentLength, XAmzContentSHA256Mismatch, …
 */
export const receivePayload = async (
  request: S3Request,
  sink: Sink,
  kept?: ChecksumAlgorithm,
): Promise<DigestedBytes> => {
  const expected = expectedDigests(request);
  const announced = announcedBytes(request);
  const trailers = new Map<string, string>();
  // A refusal in the middle must not destroy the connection that it is told over.
  const body = request.message.iterator({ destroyOnReturn: false });
  const bytes = await digestChunks(
    isAwsChunked(request) ? decodeAwsChunked(body, trailers) : body,
    [
      kept ?? expected.algorithm ?? defaultAlgorithm,
      ...(expected.algorithm === undefined ? [] : [expected.algorithm]),
      ...(expected.contentSha256 === undefined ? [] : (['SHA256'] as const)),
    ],
    sink,
  );
  if (bytes.size !== announced) {
    throw new S3Error(
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
      { details: { ExpectedBytes: String(announced), ReceivedBytes: String(bytes.size) } },
    );
  }
  verify(bytes, expected, promisedChecksum(expected, trailers));
  return bytes;
};
