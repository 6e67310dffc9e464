import { type ListPage, listEntries } from '../listing/list-entries.ts';
import {
  accountOwner,
  contentElements,
  type ListFormat,
  listTime,
  prefixElements,
  readListFormat,
  readMaxKeys,
} from '../listing/list-format.ts';
import { respondXml } from '../protocol/respond.ts';
import { type Operation, targetBucket } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { Bucket } from '../store/bucket.ts';
import type { ObjectVersion } from '../store/stored-records.ts';

const listPage = (bucket: Bucket, format: ListFormat, page: { afterKey: string; maxEntries: number }) =>
  listEntries<ObjectVersion>({
    ...page,
    keys: bucket.keys(),
    prefix: format.prefix,
    delimiter: format.delimiter,
    expand: (key) => {
      const value = bucket.current(key);
      return value === undefined ? [] : [{ id: value.versionId, value }];
    },
  });

const pageElements = (page: ListPage<ObjectVersion>, format: ListFormat, withOwner: boolean) => ({
  Contents: page.values.map(({ key, modifiedAt, content }) => ({
    Key: format.encode(key),
    LastModified: listTime(modifiedAt),
    ...contentElements(content),
    Owner: withOwner ? accountOwner : undefined,
  })),
  CommonPrefixes: prefixElements(page.commonPrefixes, format),
});

const encodeToken = (key: string) => Buffer.from(`1:${key}`).toString('base64url');
const decodeToken = (token: string) => {
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith('1:')) {
    throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect', {
      details: { ArgumentName: 'continuation-token' },
    });
  }
  return text.slice(2);
};

export const listObjectsV2: Operation = (call) => {
  const { request } = call;
  const bucket = targetBucket(call);
  const format = readListFormat(request);
  const maxEntries = readMaxKeys(request);
  const token = request.query.get('continuation-token') ?? undefined;
  const startAfter = request.query.get('start-after') ?? undefined;
  const afterKey = token === undefined ? (startAfter ?? '') : decodeToken(token);
  const page = listPage(bucket, format, { afterKey, maxEntries });
  respondXml(call.response, {
    root: 'ListBucketResult',
    content: {
      Name: bucket.name,
      Prefix: format.encode(format.prefix),
      Delimiter: format.delimiter === '' ? undefined : format.encode(format.delimiter),
      MaxKeys: maxEntries,
      EncodingType: format.encodingType,
      KeyCount: page.values.length + page.commonPrefixes.length,
      IsTruncated: page.next !== undefined,
      ContinuationToken: token,
      NextContinuationToken: page.next && encodeToken(page.next.key),
      StartAfter: startAfter === undefined ? undefined : format.encode(startAfter),
      ...pageElements(page, format, request.query.get('fetch-owner') === 'true'),
    },
  });
};

/** The first version of the operation, which older tools still use. */
export const listObjects: Operation = (call) => {
  const { request } = call;
  const bucket = targetBucket(call);
  const format = readListFormat(request);
  const maxEntries = readMaxKeys(request);
  const marker = request.query.get('marker') ?? '';
  const page = listPage(bucket, format, { afterKey: marker, maxEntries });
  respondXml(call.response, {
    root: 'ListBucketResult',
    content: {
      Name: bucket.name,
      Prefix: format.encode(format.prefix),
      Marker: format.encode(marker),
      Delimiter: format.delimiter === '' ? undefined : format.encode(format.delimiter),
      MaxKeys: maxEntries,
      EncodingType: format.encodingType,
      IsTruncated: page.next !== undefined,
      // Without a delimiter S3 leaves it to the client to take the last key.
      NextMarker: page.next && format.delimiter !== '' ? format.encode(page.next.key) : undefined,
      ...pageElements(page, format, true),
    },
  });
};
