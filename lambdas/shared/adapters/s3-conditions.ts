import { type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Sleep } from '../ports/sleep.ts';
import { withRetries } from '../with-retries.ts';

export interface S3Bucket {
  readonly client: S3Client;
  readonly bucket: string;
  readonly sleep: Sleep;
  readonly random: () => number;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** The object, or this version of it, is not there. */
export const notThere = (error: unknown): boolean =>
  ['NoSuchKey', 'NotFound', 'NoSuchVersion'].includes(nameOf(error));

/** 403, which S3 also says of what is not there to those who may list a part of the bucket only. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;

/** 412: the object is another than was expected. */
export const conditionFailed = (error: unknown): boolean => nameOf(error) === 'PreconditionFailed';

/** 409: somebody else's write of the same key was under way, and the condition could not be judged. */
export const inConflict = (error: unknown): boolean => nameOf(error) === 'ConditionalRequestConflict';

/**
 * Does a conditional write, and again where another one of the same key was under way, as S3 asks for.
 *
 * @returns false when the condition did not hold
 */
export const whenFree = async (
  { sleep, random }: S3Bucket,
  write: () => Promise<unknown>,
): Promise<boolean> => {
  try {
    await withRetries(write, {
      attempts: 6,
      baseDelayMs: 100,
      maxDelayMs: 5_000,
      sleep,
      random,
      retryable: inConflict,
    });
    return true;
  } catch (error) {
    // Replacing what has been deleted is told as 404.
    if (conditionFailed(error) || notThere(error)) return false;
    throw error;
  }
};
