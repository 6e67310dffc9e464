import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** Headers that would change what is stored or who may read it, and that nothing here obeys. */
const unsupported =
  /^x-amz-(object-lock-legal-hold|bucket-object-lock-token|server-side-encryption-customer-|copy-source-server-side-encryption-customer-|grant-|mfa$|website-redirect-location$|write-offset-bytes$|if-match-(size|last-modified-time)$|rename-source)/;

/** Headers that one operation obeys and others would ignore. */
const obeyedBy: Readonly<Record<string, string>> = {
  'x-amz-object-lock-mode': 'PutObject',
  'x-amz-object-lock-retain-until-date': 'PutObject',
  'x-amz-bucket-object-lock-enabled': 'CreateBucket',
};

/**
 * Refuses what would otherwise be ignored in silence.
 *
 * @param call - the operation, and the only account there is
 * @throws {S3Error} NotImplemented, AccessControlListNotSupported, AccessDenied
 */
export const refuseUnsupportedHeaders = (
  request: S3Request,
  { operation, accountId }: { readonly operation: string; readonly accountId: string },
): void => {
  const header = Object.keys(request.headers).find(
    (name) => unsupported.test(name) || (obeyedBy[name] ?? operation) !== operation,
  );
  if (header !== undefined) {
    throw new S3Error(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      {
        details: { Header: header },
      },
    );
  }
  const acl = request.headers['x-amz-acl'] ?? 'private';
  if (!['private', 'bucket-owner-full-control'].includes(acl)) {
    throw new S3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  for (const name of ['x-amz-expected-bucket-owner', 'x-amz-source-expected-bucket-owner']) {
    if ((request.headers[name] ?? accountId) !== accountId)
      throw new S3Error('AccessDenied', 'Access Denied');
  }
};
