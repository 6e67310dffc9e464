import { s3Location } from '../adapters/s3-location.ts';
import type { CallAws } from './call-aws.ts';

/** The content of an object, s3://bucket/key; undefined when it is not there. */
export type ReadObject = (path: string) => Promise<Uint8Array | undefined>;

/** Objects from S3 without the AWS SDK, whole, for content that is checked by a digest of its own. */
export const makeReadObject =
  (callAws: CallAws): ReadObject =>
  async (path) => {
    try {
      return await callAws({ service: 's3', object: s3Location(path) });
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  };
