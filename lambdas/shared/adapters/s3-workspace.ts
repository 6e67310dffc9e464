import {
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { WorkFileLostError, type Workspace } from '../ports/workspace.ts';
import { notThere } from './s3-conditions.ts';
import { StorageFailedError } from './storage-failed-error.ts';

/** The workspace as a bucket. Its functions may list it, so that S3 says of what is absent that it is. */
export const makeS3Workspace = (options: { client: S3Client; bucket: string }): Workspace => {
  const { client, bucket: Bucket } = options;
  const findText = async (Key: string): Promise<string | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return await Body?.transformToString();
    } catch (error) {
      if (notThere(error)) return undefined;
      throw error;
    }
  };
  return {
    findText,
    readText: async (key) => {
      const text = await findText(key);
      if (text === undefined) throw new WorkFileLostError(key);
      return text;
    },
    writeText: async (Key, text) => {
      const Body = Buffer.from(text);
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }));
    },
    removeAll: async (Prefix) => {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
        if (Contents.length === 0) continue;
        const Objects = Contents.map(({ Key }) => ({ Key }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors.length > 0) throw new StorageFailedError('Work files could not be deleted.');
      }
    },
  };
};
