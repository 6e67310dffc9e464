import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { ObjectChangedError } from '../narratives/object-changed-error.ts';
import type { ConditionalObjects, ObjectContent } from '../ports/conditional-objects.ts';
import { conditionFailed, isForbidden, notThere, type S3Bucket, whenFree } from './s3-conditions.ts';
import { joinInS3, smallestPartBytes } from './s3-join.ts';
import { StorageFailedError } from './storage-failed-error.ts';

const deletesPerCall = 1000;

/** Objects of one S3 bucket, written by conditional put, copy and multipart upload. */
export const makeS3ConditionalObjects = (storing: S3Bucket): ConditionalObjects => {
  const { client, bucket: Bucket } = storing;
  const put = (Key: string, content: ObjectContent, condition: { IfNoneMatch: '*' } | { IfMatch: string }) =>
    whenFree(storing, () =>
      client.send(
        new PutObjectCommand({
          Bucket,
          Key,
          // The SDK takes an empty text for a stream whose length it does not know.
          Body: Buffer.from(content.body),
          ContentType: content.contentType,
          Metadata: { ...content.metadata },
          ...condition,
        }),
      ),
    );
  const replace: ConditionalObjects['replace'] = ({ key, etag }, content) =>
    put(key, content, { IfMatch: etag });
  const isListed = async (Prefix: string): Promise<boolean> => {
    const command = new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 1 });
    const { Contents = [] } = await client.send(command);
    return Contents[0]?.Key === Prefix;
  };
  const isAbsent = async (error: unknown, key: string): Promise<boolean> =>
    notThere(error) || (isForbidden(error) && !(await isListed(key)));
  const read = async (Key: string, IfMatch?: string): Promise<Uint8Array | undefined> => {
    try {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket, Key, ...(IfMatch === undefined ? {} : { IfMatch }) }),
      );
      return await Body?.transformToByteArray();
    } catch (error) {
      if (conditionFailed(error) || (await isAbsent(error, Key))) return undefined;
      throw error;
    }
  };

  return {
    create: (key, content) => put(key, content, { IfNoneMatch: '*' }),
    replace,
    append: async (expected, content) => {
      if (expected.bytes >= smallestPartBytes) return joinInS3(storing, expected, content);
      const before = await read(expected.key, expected.etag);
      if (before === undefined) return false;
      return replace(expected, { ...content, body: Buffer.concat([before, Buffer.from(content.body)]) });
    },
    head: async (Key) => {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
        return {
          key: Key,
          etag: head.ETag ?? '',
          bytes: head.ContentLength ?? 0,
          metadata: head.Metadata ?? {},
          ...(head.VersionId === undefined ? {} : { versionId: head.VersionId }),
        };
      } catch (error) {
        if (await isAbsent(error, Key)) return undefined;
        throw error;
      }
    },
    read: (key) => read(key),
    stream: async function* ({ key: Key, etag: IfMatch, versionId: VersionId }) {
      const which = VersionId === undefined ? { IfMatch } : { VersionId };
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, ...which }));
        if (Body !== undefined) yield* Body.transformToWebStream();
      } catch (error) {
        if (notThere(error) || conditionFailed(error)) throw new ObjectChangedError();
        throw error;
      }
    },
    list: async function* (Prefix) {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
        for (const { Key = '', Size = 0, LastModified } of Contents) {
          yield { key: Key, bytes: Size, modifiedAt: LastModified?.getTime() ?? 0 };
        }
      }
    },
    remove: async (keys) => {
      for (let start = 0; start < keys.length; start += deletesPerCall) {
        const Objects = keys.slice(start, start + deletesPerCall).map((Key) => ({ Key }));
        const command = new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } });
        const { Errors = [] } = await client.send(command);
        if (Errors.length > 0) throw new StorageFailedError('Objects could not be deleted.');
      }
    },
  };
};
