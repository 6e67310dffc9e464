import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { mapWithLimit } from '../map-with-limit.ts';
import type { AuditHeads } from '../ports/audit-heads.ts';
import { type S3Bucket, whenFree } from './s3-conditions.ts';
import { listVersions, type ObjectVersion } from './s3-list-versions.ts';

const prefix = 'heads/';
/** S3 lists keys upwards only: counting down from here puts the newest first. */
const ceiling = 999_999_999;
const digits = String(ceiling).length;
const readsAtOnce = 16;

const keyOf = (number: number) => `${prefix}${String(ceiling - number).padStart(digits, '0')}.json`;
const numberOf = (key: string) => ceiling - Number(key.slice(prefix.length, prefix.length + digits));

interface StoredVersion extends ObjectVersion {
  readonly number: number;
}

/** Objects of a bucket under Object Lock, whose default retention is that of each head. */
export const makeS3AuditHeads = (storing: S3Bucket): AuditHeads => {
  const { client, bucket: Bucket } = storing;
  const read = async (Key: string, VersionId?: string): Promise<unknown> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
    const text = (await Body?.transformToString()) ?? '';
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  };
  return {
    newest: async () => {
      const list = new ListObjectsV2Command({ Bucket, Prefix: prefix, MaxKeys: 1 });
      const { Contents: [first] = [] } = await client.send(list);
      return first?.Key === undefined ? undefined : read(first.Key);
    },
    add: (head) =>
      whenFree(storing, () =>
        client.send(
          new PutObjectCommand({
            Bucket,
            Key: keyOf(head.head.number),
            Body: `${JSON.stringify(head)}\n`,
            ContentType: 'application/json',
            ChecksumAlgorithm: 'SHA256',
            IfNoneMatch: '*',
          }),
        ),
      ),
    history: async () => {
      const found: StoredVersion[] = [];
      for await (const version of listVersions(client, { bucket: Bucket, prefix })) {
        found.push({ number: numberOf(version.key), ...version });
      }
      // S3 gives the versions of a key newest first, and their moments in whole seconds.
      const inOrder = found
        .reverse()
        .sort(
          (a, b) =>
            a.number - b.number || a.modifiedAt - b.modifiedAt || Number(a.isMarker) - Number(b.isMarker),
        );
      return mapWithLimit(inOrder, readsAtOnce, async ({ number, key, versionId, isMarker }) => ({
        number,
        content: isMarker ? undefined : await read(key, versionId),
      }));
    },
  };
};
