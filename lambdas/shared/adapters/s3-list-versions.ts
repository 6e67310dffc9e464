import { ListObjectVersionsCommand, type ListObjectVersionsOutput, type S3Client } from '@aws-sdk/client-s3';

/** One version of an object, or a marker that hides it. */
export interface ObjectVersion {
  readonly key: string;
  readonly versionId: string;
  readonly isMarker: boolean;
  /** Whether a plain read would give this one. */
  readonly isLatest: boolean;
  /** Epoch milliseconds, of a whole second. */
  readonly modifiedAt: number;
}

/** Every version and delete marker below a prefix, a page at a time; of one key and kind newest first. */
export async function* listVersions(
  client: S3Client,
  where: { readonly bucket: string; readonly prefix: string },
): AsyncGenerator<ObjectVersion> {
  let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
  while (next !== undefined) {
    const page: ListObjectVersionsOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket: where.bucket, Prefix: where.prefix, ...next }),
    );
    const { Versions = [], DeleteMarkers = [] } = page;
    for (const entry of Versions) yield { ...versionOf(entry), isMarker: false };
    for (const entry of DeleteMarkers) yield { ...versionOf(entry), isMarker: true };
    next = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      : undefined;
  }
}

const versionOf = (entry: {
  Key?: string | undefined;
  VersionId?: string | undefined;
  LastModified?: Date | undefined;
  IsLatest?: boolean | undefined;
}) => ({
  key: entry.Key ?? '',
  versionId: entry.VersionId ?? 'null',
  modifiedAt: entry.LastModified?.getTime() ?? 0,
  isLatest: entry.IsLatest === true,
});
