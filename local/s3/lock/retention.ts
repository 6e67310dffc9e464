import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { Bucket } from '../store/bucket.ts';
import type { Retention, StoredContent, StoredVersion } from '../store/stored-records.ts';

const modeHeader = 'x-amz-object-lock-mode';
const untilHeader = 'x-amz-object-lock-retain-until-date';

/**
 * A retention from its two words.
 *
 * @param now - epoch ms
 * @throws {S3Error} NotImplemented for GOVERNANCE; InvalidArgument for another mode, no date, or one that is over
 */
export const parseRetention = (mode: string, until: string, now: number): Retention => {
  const wrong = (message: string) => new S3Error('InvalidArgument', message);
  if (mode === 'GOVERNANCE') {
    throw new S3Error('NotImplemented', 'The local S3 knows only the mode COMPLIANCE of Object Lock.');
  }
  if (mode !== 'COMPLIANCE') throw wrong('Unknown wormMode directive.');
  const at = Date.parse(until);
  if (Number.isNaN(at)) throw wrong('The retain until date must be provided in ISO 8601 format');
  if (at <= now) throw wrong('The retain until date must be in the future!');
  return { mode, until: at };
};

/**
 * The retention that a write asks for.
 *
 * @throws {S3Error} InvalidRequest where the bucket has no lock, or the write no checksum; as `parseRetention`
 */
export const wantedRetention = (
  { headers }: S3Request,
  bucket: Bucket,
  now: number,
): { readonly retention?: Retention } => {
  const mode = headers[modeHeader];
  const until = headers[untilHeader];
  if (mode === undefined && until === undefined) return {};
  assertLockable(bucket);
  if (mode === undefined || until === undefined) {
    throw new S3Error('InvalidArgument', `${untilHeader} and ${modeHeader} must both be supplied`);
  }
  if (!Object.keys(headers).some((name) => /^(content-md5|x-amz-(checksum-|trailer$))/.test(name))) {
    throw new S3Error(
      'InvalidRequest',
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  }
  return { retention: parseRetention(mode, until, now) };
};

/** @throws {S3Error} InvalidRequest where Object Lock was never enabled */
export const assertLockable = (bucket: Bucket): void => {
  if (bucket.lock === undefined) {
    throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  }
};

/** @throws {S3Error} AccessDenied while the version's retention lasts, whoever asks */
export const assertNotLocked = ({ content }: StoredVersion, now: number): void => {
  if ((content?.retention?.until ?? 0) > now) {
    throw new S3Error('AccessDenied', 'Access Denied because object protected by object lock.');
  }
};

/** How a reader is told of a retention. */
export const retentionHeaders = ({ retention }: StoredContent): Record<string, string> =>
  retention === undefined
    ? {}
    : { [modeHeader]: retention.mode, [untilHeader]: new Date(retention.until).toISOString() };
