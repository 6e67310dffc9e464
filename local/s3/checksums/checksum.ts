import { createHash } from 'node:crypto';
import * as z from 'zod';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { crcDigest, type Digest } from './crc-digest.ts';

export const ChecksumAlgorithm = z.enum(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256']);
export type ChecksumAlgorithm = z.infer<typeof ChecksumAlgorithm>;

export const Checksum = z.strictObject({
  algorithm: ChecksumAlgorithm,
  /** Over all bytes, or over the checksums of the parts. */
  type: z.enum(['FULL_OBJECT', 'COMPOSITE']),
  /** base64; a composite ends in `-` and the number of parts. */
  value: z.string(),
});
export type Checksum = z.infer<typeof Checksum>;

/** Bytes of each algorithm's digest. */
export const digestLengths = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 } as const;

/** What S3 computes by itself when a writer sends no checksum. */
export const defaultAlgorithm: ChecksumAlgorithm = 'CRC64NVME';

/** A running digest for one of S3's algorithms, or MD5 for an ETag. */
export const makeDigest = (algorithm: ChecksumAlgorithm | 'MD5'): Digest => {
  if (algorithm === 'CRC32' || algorithm === 'CRC32C' || algorithm === 'CRC64NVME')
    return crcDigest(algorithm);
  const hash = createHash(algorithm.toLowerCase());
  return { update: (chunk) => hash.update(chunk), digest: () => hash.digest() };
};

export const checksumHeader = (algorithm: ChecksumAlgorithm) => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** Name of the element that carries it in XML, such as `ChecksumCRC32`. */
export const checksumElement = (algorithm: ChecksumAlgorithm) => `Checksum${algorithm}` as const;

/** The headers that tell a checksum to whoever asked for it. */
export const checksumHeaders = (checksum: Checksum): Record<string, string> => ({
  [checksumHeader(checksum.algorithm)]: checksum.value,
  'x-amz-checksum-type': checksum.type,
});

/**
 * The algorithm that a header such as `x-amz-checksum-algorithm` names.
 *
 * @throws {S3Error} NotImplemented for one that this S3 does not compute, such as XXHASH64
 */
export const requestedAlgorithm = (request: S3Request, header: string): ChecksumAlgorithm | undefined => {
  const name = request.headers[header];
  if (name === undefined) return undefined;
  const parsed = ChecksumAlgorithm.safeParse(name.toUpperCase());
  if (!parsed.success) {
    throw new S3Error(
      'NotImplemented',
      `The checksum algorithm ${name} is not implemented here; use one of ${ChecksumAlgorithm.options.join(', ')}.`,
      { details: { Header: header } },
    );
  }
  return parsed.data;
};
