import {
  ChecksumAlgorithm,
  checksumHeader,
  digestLengths,
  requestedAlgorithm,
} from '../checksums/checksum.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';

/** What a writer said about its body; every part of it is checked before anything is stored. */
export interface ExpectedDigests {
  readonly md5: Buffer | undefined;
  /** Hexadecimal, from `x-amz-content-sha256`. */
  readonly contentSha256: string | undefined;
  readonly algorithm: ChecksumAlgorithm | undefined;
  /** base64; absent when it follows in a trailer, or none was sent. */
  readonly value: string | undefined;
  readonly inTrailer: boolean;
}

const readMd5 = (request: S3Request) => {
  const header = request.headers['content-md5'];
  if (header === undefined) return undefined;
  const md5 = Buffer.from(header, 'base64');
  if (md5.length !== 16 || md5.toString('base64') !== header) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.', {
      details: { 'Content-MD5': header },
    });
  }
  return md5;
};

/** @throws {S3Error} InvalidRequest unless `value` is base64 of the algorithm's length */
export const assertChecksumValue = (algorithm: ChecksumAlgorithm, value: string): void => {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== digestLengths[algorithm] || bytes.toString('base64') !== value) {
    throw new S3Error('InvalidRequest', `Value for ${checksumHeader(algorithm)} header is invalid.`);
  }
};

const readTrailerName = (request: S3Request): ChecksumAlgorithm | undefined => {
  const name = request.headers['x-amz-trailer']?.trim().toLowerCase();
  if (name === undefined) return undefined;
  const algorithm = ChecksumAlgorithm.options.find((candidate) => checksumHeader(candidate) === name);
  if (algorithm === undefined) {
    throw new S3Error('InvalidRequest', 'The value specified in the x-amz-trailer header is not supported');
  }
  return algorithm;
};

/**
 * What the headers promise about the body.
 *
 * @throws {S3Error} InvalidDigest, InvalidRequest
 */
export const expectedDigests = (request: S3Request): ExpectedDigests => {
  const sent = ChecksumAlgorithm.options.filter(
    (name) => request.headers[checksumHeader(name)] !== undefined,
  );
  const trailer = readTrailerName(request);
  if (sent.length + (trailer === undefined ? 0 : 1) > 1) {
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const algorithm = sent[0] ?? trailer;
  const announced = requestedAlgorithm(request, 'x-amz-sdk-checksum-algorithm');
  if (announced !== undefined && algorithm === undefined) {
    throw new S3Error(
      'InvalidRequest',
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  }
  const value = sent[0] === undefined ? undefined : request.headers[checksumHeader(sent[0])];
  if (sent[0] !== undefined && value !== undefined) assertChecksumValue(sent[0], value);
  const sha256 = request.headers['x-amz-content-sha256'];
  return {
    md5: readMd5(request),
    contentSha256: sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined,
    algorithm,
    value,
    inTrailer: trailer !== undefined,
  };
};
