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
    const abort = new AbortController();
    try {
      const {
        Body,
        ContentLength,
        Metadata = {},
      } = await client.send(new GetObjectCommand({ Bucket, Key, IfMatch: `"${etag.replaceAll('"', '')}"` }), {
        abortSignal: abort.signal,
      });
      if (ContentLength === undefined || ContentLength > maxBytes) {
        // Ends the transfer; the bytes would be thrown away.
        abort.abort();
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
