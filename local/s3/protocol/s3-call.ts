import type { ServerResponse } from 'node:http';
import type { Bucket } from '../store/bucket.ts';
import type { Buckets } from '../store/buckets.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** Everything that one operation may use. */
export interface S3Call {
  readonly request: S3Request;
  readonly response: ServerResponse;
  readonly buckets: Buckets;
  readonly region: string;
  /** Epoch ms. */
  readonly clock: () => number;
}

export type Operation = (call: S3Call) => Promise<void> | void;

/** @throws {S3Error} NoSuchBucket */
export const targetBucket = ({ buckets, request }: S3Call): Bucket => buckets.get(request.bucket ?? '');

/** @throws {S3Error} NoSuchBucket */
export const targetObject = (call: S3Call): { bucket: Bucket; key: string } => ({
  bucket: targetBucket(call),
  key: call.request.key ?? '',
});

/**
 * A whole number from the query.
 *
 * @param range - what holds without it, and its least and greatest value; above the greatest it is the greatest
 * @throws {S3Error} InvalidArgument
 */
export const queryNumber = (
  request: S3Request,
  name: string,
  range: { readonly fallback: number; readonly least: number; readonly greatest: number },
): number => {
  const text = request.query.get(name);
  if (text === null || text === '') return range.fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < range.least) {
    throw new S3Error('InvalidArgument', `Provided ${name} not an integer or within integer range`, {
      details: { ArgumentName: name, ArgumentValue: text },
    });
  }
  return Math.min(value, range.greatest);
};
