import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { Bucket } from '../store/bucket.ts';

/** Two ETags, quoted or not. */
export const sameEtag = (left: string, right: string): boolean => unquote(left) === unquote(right);

const unquote = (etag: string) => etag.trim().replace(/^"(.*)"$/, '$1');

/** @throws {S3Error} PreconditionFailed, always */
export const failPrecondition = (condition: string): never => {
  throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    details: { Condition: condition },
  });
};

const conflict = (condition: string) =>
  new S3Error(
    'ConditionalRequestConflict',
    'The conditional request cannot succeed due to a conflicting operation against this resource.',
    { details: { Condition: condition } },
  );

/**
 * Runs a write that depends on what is there, and decides at the moment of storing.
 *
 * Of several in flight to one key the first to arrive at `assertMet` and store wins; the others get 412. 409
 * ConditionalRequestConflict is for a key whose object was deleted between the request's first byte and that
 * moment: with `If-None-Match: *` always, with `If-Match` when another object is there by then (404 when none is).
 *
 * @param write - calls `assertMet` and stores in the same synchronous step
 * @throws {S3Error} from `assertMet`: PreconditionFailed, ConditionalRequestConflict, NoSuchKey
 */
export const writeConditionally = async <T>(
  request: S3Request,
  target: { readonly bucket: Bucket; readonly key: string },
  write: (assertMet: () => void) => Promise<T>,
): Promise<T> => {
  const ifMatch = request.headers['if-match'];
  const ifNoneMatch = request.headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      {
        details: {
          Header: 'If-None-Match',
          additionalMessage: 'We only support If-None-Match: * on a write',
        },
      },
    );
  }
  const watch = target.bucket.watchDeletes(target.key);
  const assertMet = () => {
    const current = target.bucket.current(target.key);
    if (ifNoneMatch !== undefined) {
      if (current !== undefined) failPrecondition('If-None-Match');
      if (watch.deleted) throw conflict('If-None-Match');
    }
    if (ifMatch !== undefined) {
      if (current === undefined) {
        throw new S3Error('NoSuchKey', 'The specified key does not exist.', { details: { Key: target.key } });
      }
      if (watch.deleted) throw conflict('If-Match');
      if (!sameEtag(ifMatch, current.content.etag)) failPrecondition('If-Match');
    }
  };
  try {
    return await write(assertMet);
  } finally {
    watch.stop();
  }
};
