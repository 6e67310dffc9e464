import { PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { publishedFolder } from '../../../ml/wearable/published-model.ts';
import type { PublishedModels } from '../ports/published-models.ts';

/** Published models in a bucket. A file that is there is written again, which heals one that was torn. */
export const makeS3PublishedModels = (options: { client: S3Client; bucket: string }): PublishedModels => {
  const { client, bucket: Bucket } = options;
  return {
    store: async (files, model) => {
      const folder = publishedFolder(model.version);
      for (const [name, Body] of files) {
        const ContentType = name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
        await client.send(new PutObjectCommand({ Bucket, Key: `${folder}${name}`, Body, ContentType }));
      }
      const metadata = {
        Bucket,
        Key: `${folder}metadata.json`,
        Body: `${JSON.stringify(model, null, 2)}\n`,
        ContentType: 'application/json',
        IfNoneMatch: '*',
      };
      try {
        await client.send(new PutObjectCommand(metadata));
      } catch (error) {
        // 412: the version is there. 409: somebody is publishing it at this moment.
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
        if (status !== 412 && status !== 409) throw error;
      }
      return `s3://${Bucket}/${folder}`;
    },
  };
};
