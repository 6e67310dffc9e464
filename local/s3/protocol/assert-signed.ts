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

/**
 * Lets through what is signed, or presigned and not expired. Signatures are not verified: this S3 holds no secrets
 * and is for one person on loopback; what it checks is that the caller signs at all, as every bucket here is private.
 *
 * @param now - epoch ms
 * @throws {S3Error} AccessDenied without a signature or after a presigned URL's time;
 *   AuthorizationQueryParametersError when that time is malformed
 */
export const assertSigned = (request: S3Request, now: number): void => {
  if (request.headers['authorization']?.startsWith('AWS4-') === true) return;
  if (!request.query.has('X-Amz-Signature')) throw new S3Error('AccessDenied', 'Access Denied');
  const signedAt = parseSigningDate(request.query.get('X-Amz-Date'));
  const expiresText = request.query.get('X-Amz-Expires') ?? '';
  const expiresSeconds = Number(expiresText);
  if (!/^\d+$/.test(expiresText)) throw malformed('X-Amz-Expires should be a number');
  if (expiresSeconds > maxExpiresSeconds) {
    throw malformed(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  const expiresAt = signedAt + expiresSeconds * 1000;
  if (now > expiresAt) {
    throw new S3Error('AccessDenied', 'Request has expired', {
      details: { 'X-Amz-Expires': expiresText, Expires: iso(expiresAt), ServerTime: iso(now) },
    });
  }
};
