import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

const descriptive = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
] as const;

const encryption = [
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-context',
  'x-amz-server-side-encryption-bucket-key-enabled',
] as const;

const maxMetadataBytes = 2048;

const withoutChunking = (coding: string) =>
  coding
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== 'aws-chunked')
    .join(',');

const pick = (request: S3Request, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = request.headers[name];
      return value === undefined || value === '' ? [] : [[name, value] as const];
    }),
  );

/**
 * What a writer says about an object: its type and the like, and user metadata.
 *
 * @throws {S3Error} MetadataTooLarge above 2 KB
 */
export const descriptiveHeaders = (request: S3Request): Record<string, string> => {
  const metadata = pick(
    request,
    Object.keys(request.headers).filter((name) => name.startsWith('x-amz-meta-')),
  );
  const bytes = Object.entries(metadata).reduce(
    (sum, [name, value]) => sum + name.length - 'x-amz-meta-'.length + Buffer.byteLength(value, 'latin1'),
    0,
  );
  if (bytes > maxMetadataBytes) {
    throw new S3Error('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size', {
      details: { Size: String(bytes), MaxSizeAllowed: String(maxMetadataBytes) },
    });
  }
  const { 'content-encoding': coding, ...others } = pick(request, descriptive);
  const left = coding === undefined ? '' : withoutChunking(coding);
  return {
    'content-type': 'binary/octet-stream',
    ...others,
    ...(left === '' ? {} : { 'content-encoding': left }),
    ...metadata,
  };
};

/**
 * How a writer wants an object kept: encryption, S3's own keys without a wish, and storage class.
 *
 * @throws {S3Error} InvalidArgument for an encryption that S3 does not know
 */
export const keepingHeaders = (request: S3Request): Record<string, string> => {
  const wanted = pick(request, encryption);
  const method = wanted['x-amz-server-side-encryption'] ?? 'AES256';
  if (!['AES256', 'aws:kms', 'aws:kms:dsse'].includes(method)) {
    throw new S3Error('InvalidArgument', 'The encryption method specified is not supported', {
      details: { ArgumentName: 'x-amz-server-side-encryption', ArgumentValue: method },
    });
  }
  const storageClass = request.headers['x-amz-storage-class'] ?? 'STANDARD';
  return {
    ...wanted,
    'x-amz-server-side-encryption': method,
    ...(storageClass === 'STANDARD' ? {} : { 'x-amz-storage-class': storageClass }),
  };
};

/** The stored headers that S3 repeats in the answer to a write. */
export const encryptionHeaders = (stored: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    encryption.flatMap((name) => {
      const value = stored[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

/** The stored headers that are the writer's own words, as a copy takes them over. */
export const withoutKeepingHeaders = (stored: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(stored).filter(([name]) =>
      name === 'x-amz-storage-class' ? false : !name.startsWith('x-amz-server-side-encryption'),
    ),
  );
