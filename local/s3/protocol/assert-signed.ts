import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

const maxExpiresSeconds = 7 * 24 * 3600;

const malformed = (what: string) => new S3Error('AuthorizationQueryParametersError', what);

/** `20261120T194125Z` to epoch ms. */
const parseSigningDate = (text: string | null) => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  if (parts === null)
    throw malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  return Date.UTC(year!, month! - 1, day, hour, minute, second);
};

const iso = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** When a presigned URL of the current form ends, epoch ms. */
const readExpiry = (query: URLSearchParams): number => {
  const signedAt = parseSigningDate(query.get('X-Amz-Date'));
  const expiresSeconds = query.get('X-Amz-Expires') ?? '';
  if (!/^\d+$/.test(expiresSeconds)) throw malformed('X-Amz-Expires should be a number');
  if (Number(expiresSeconds) > maxExpiresSeconds) {
    throw malformed(
      `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${maxExpiresSeconds} seconds`,
    );
  }
  return signedAt + Number(expiresSeconds) * 1000;
};

/** The same for the older form, which version 1 of the AWS CLI still makes for us-east-1. */
const readOldExpiry = (query: URLSearchParams): number => {
  const expires = query.get('Expires') ?? '';
  if (!/^\d+$/.test(expires))
    throw new S3Error('AccessDenied', 'Invalid date (should be seconds since epoch)');
  return Number(expires) * 1000;
};

/**
 * Lets through what is signed, or presigned and not expired. Signatures are not verified: this S3 holds no secrets
 * and is for one person on loopback; what it checks is that the caller signs at all, as every bucket here is private.
 *
 * @param now - epoch ms
 * @throws {S3Error} AccessDenied without a signature or after a presigned URL's time;
 *   AuthorizationQueryParametersError when that time is malformed
 */
export const assertSigned = ({ headers, query }: S3Request, now: number): void => {
  if (headers['authorization']?.startsWith('AWS4-') === true) return;
  const isCurrent = query.has('X-Amz-Signature');
  if (!isCurrent && !query.has('Signature')) throw new S3Error('AccessDenied', 'Access Denied');
  const expiresAt = isCurrent ? readExpiry(query) : readOldExpiry(query);
  if (now <= expiresAt) return;
  throw new S3Error('AccessDenied', 'Request has expired', {
    details: { Expires: iso(expiresAt), ServerTime: iso(now) },
  });
};
