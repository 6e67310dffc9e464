import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { SignedLinks } from '../ports/signed-links.ts';

/** Presigned URLs of one bucket. */
export const makeS3SignedLinks = ({
  client,
  bucket: Bucket,
}: {
  readonly client: S3Client;
  readonly bucket: string;
}): SignedLinks => ({
  toRead: (Key, { fileName, expiresSeconds: expiresIn }) => {
    const ResponseContentDisposition = `attachment; filename="${fileName}"`;
    return getSignedUrl(client, new GetObjectCommand({ Bucket, Key, ResponseContentDisposition }), {
      expiresIn,
    });
  },
  toWrite: (Key, { contentType: ContentType, expiresSeconds: expiresIn }) =>
    getSignedUrl(client, new PutObjectCommand({ Bucket, Key, ContentType }), { expiresIn }),
});
