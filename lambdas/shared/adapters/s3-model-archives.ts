import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ModelArchives } from '../ports/model-archives.ts';

/** Archives in a bucket, under models/{model}/{version}/. Written again where they are there, which heals a torn one. */
export const makeS3ModelArchives = (options: { client: S3Client; bucket: string }): ModelArchives => ({
  store: async ({ modelName, version }, archive) => {
    const { client, bucket: Bucket } = options;
    const Key = `models/${modelName}/${version}/model.tar.gz`;
    await client.send(new PutObjectCommand({ Bucket, Key, Body: archive, ContentType: 'application/gzip' }));
    return `s3://${Bucket}/${Key}`;
  },
});
