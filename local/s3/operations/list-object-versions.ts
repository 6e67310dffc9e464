import { listEntries } from '../listing/list-entries.ts';
import {
  accountOwner,
  contentElements,
  listTime,
  prefixElements,
  readListFormat,
  readMaxKeys,
} from '../listing/list-format.ts';
import { respondXml } from '../protocol/respond.ts';
import { type Operation, targetBucket } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { holdsContent } from '../store/bucket.ts';
import type { StoredVersion } from '../store/stored-records.ts';

interface ListedVersion {
  readonly version: StoredVersion;
  readonly isLatest: boolean;
}

export const listObjectVersions: Operation = (call) => {
  const { request } = call;
  const bucket = targetBucket(call);
  const format = readListFormat(request);
  const maxEntries = readMaxKeys(request);
  const keyMarker = request.query.get('key-marker') ?? '';
  const versionIdMarker = request.query.get('version-id-marker') || undefined;
  if (versionIdMarker !== undefined && keyMarker === '') {
    throw new S3Error('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
  }
  const page = listEntries<ListedVersion>({
    keys: bucket.keys(),
    prefix: format.prefix,
    delimiter: format.delimiter,
    afterKey: keyMarker,
    afterId: versionIdMarker,
    maxEntries,
    expand: (key) =>
      bucket
        .versionsOf(key)
        .map((version, index) => ({ id: version.versionId, value: { version, isLatest: index === 0 } })),
  });
  const describe = ({ version, isLatest }: ListedVersion) => ({
    Key: format.encode(version.key),
    VersionId: version.versionId,
    IsLatest: isLatest,
    LastModified: listTime(version.modifiedAt),
    ...(version.content && contentElements(version.content)),
    Owner: accountOwner,
  });
  respondXml(call.response, {
    root: 'ListVersionsResult',
    content: {
      Name: bucket.name,
      Prefix: format.encode(format.prefix),
      KeyMarker: format.encode(keyMarker),
      VersionIdMarker: versionIdMarker ?? '',
      NextKeyMarker: page.next && format.encode(page.next.key),
      NextVersionIdMarker: page.next?.id,
      Delimiter: format.delimiter === '' ? undefined : format.encode(format.delimiter),
      MaxKeys: maxEntries,
      EncodingType: format.encodingType,
      IsTruncated: page.next !== undefined,
      Version: page.values.filter(({ version }) => holdsContent(version)).map(describe),
      DeleteMarker: page.values.filter(({ version }) => !holdsContent(version)).map(describe),
      CommonPrefixes: prefixElements(page.commonPrefixes, format),
    },
  });
};
