import { Readable } from 'node:stream';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { HealthExports } from '../ports/health-exports.ts';
import { conditionFailed, notThere } from './s3-conditions.ts';

/** Exports in one S3 bucket. A file that is too large is not downloaded. */
export const makeS3HealthExports = ({
  client,
  bucket: Bucket,
}: {
  readonly client: S3Client;
  readonly bucket: string;
}): HealthExports => ({
  fetch: async ({ key: Key, etag }, maxBytes) => {
    try {
      const {
        Body,
        ContentLength,
        Metadata = {},
      } = await client.send(new GetObjectCommand({ Bucket, Key, IfMatch: `"${etag.replaceAll('"', '')}"` }));
      if (ContentLength === undefined || ContentLength > maxBytes) {
        if (Body instanceof Readable) discard(Body);
        return { state: 'too-large', metadata: Metadata };
      }
      return {
        state: 'found',
        bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
        metadata: Metadata,
      };
    } catch (error) {
      if (notThere(error) || conditionFailed(error)) return { state: 'gone' };
      throw error;
    }
  },
});

/** Ends the transfer; that it ended early is an error to nobody. */
const discard = (body: Readable): void => {
  body.on('error', () => {});
  body.destroy();
};
