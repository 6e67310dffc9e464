import { S3Error } from '../protocol/s3-error.ts';

const isBucketName = (name: string) =>
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
  !name.includes('..') &&
  !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
  !/^(xn--|sthree-|amzn-s3-demo-)/.test(name) &&
  !/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);

/**
 * The naming rules of general purpose buckets (S3 user guide, "Bucket naming rules").
 *
 * @throws {S3Error} InvalidBucketName
 */
export const assertBucketName = (name: string): void => {
  if (isBucketName(name)) return;
  throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.', {
    details: { BucketName: name },
  });
};
