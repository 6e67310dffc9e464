import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { ObjectVersion } from '../store/stored-records.ts';
import { failPrecondition, sameEtag } from './write-conditions.ts';

/** Names of the four headers: a copy asks the same of its source, under other names. */
const headerNames = (prefix: '' | 'x-amz-copy-source-') => ({
  match: `${prefix}if-match`,
  noneMatch: `${prefix}if-none-match`,
  modifiedSince: `${prefix}if-modified-since`,
  unmodifiedSince: `${prefix}if-unmodified-since`,
});

const matches = (header: string, etag: string) =>
  header.trim() === '*' || header.split(',').some((candidate) => sameEtag(candidate, etag));

/** Epoch ms, or undefined for what is not a date: such a condition is ignored (RFC 9110, 13.1.3). */
const readDate = (header: string | undefined) => {
  const at = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(at) ? undefined : at;
};

/**
 * Checks the conditions of a read in the order of RFC 9110, 13.2.2.
 *
 * @param prefix - `x-amz-copy-source-` for the source of a copy, which knows no 304
 * @throws {S3Error} PreconditionFailed; NotModified for a plain read
 */
export const assertReadConditions = (
  request: S3Request,
  version: ObjectVersion,
  prefix: '' | 'x-amz-copy-source-' = '',
): void => {
  const names = headerNames(prefix);
  const { etag } = version.content;
  const modifiedAt = Math.floor(version.modifiedAt / 1000) * 1000;
  const notModified = (condition: string) => {
    if (prefix !== '') failPrecondition(condition);
    throw new S3Error('NotModified', 'Not Modified', {
      headers: { etag: `"${etag}"`, 'last-modified': new Date(modifiedAt).toUTCString() },
    });
  };

  const ifMatch = request.headers[names.match];
  const unmodifiedSince = readDate(request.headers[names.unmodifiedSince]);
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, etag)) failPrecondition(names.match);
  } else if (unmodifiedSince !== undefined && modifiedAt > unmodifiedSince) {
    failPrecondition(names.unmodifiedSince);
  }
  const ifNoneMatch = request.headers[names.noneMatch];
  const modifiedSince = readDate(request.headers[names.modifiedSince]);
  if (ifNoneMatch !== undefined) {
    if (matches(ifNoneMatch, etag)) notModified(names.noneMatch);
  } else if (modifiedSince !== undefined && modifiedAt <= modifiedSince) {
    notModified(names.modifiedSince);
  }
};
