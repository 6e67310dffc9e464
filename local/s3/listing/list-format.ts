import { queryNumber } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { XmlElement } from '../protocol/write-xml.ts';
import type { StoredContent } from '../store/stored-records.ts';

/** What all listings take from the query. */
export interface ListFormat {
  readonly prefix: string;
  readonly delimiter: string;
  /** Writes a key: as it is, or percent-encoded when the client asked for that. */
  readonly encode: (key: string) => string;
  readonly encodingType: 'url' | undefined;
}

/** @throws {S3Error} InvalidArgument for an encoding that is not `url` */
export const readListFormat = ({ query }: S3Request): ListFormat => {
  const encodingType = query.get('encoding-type') ?? undefined;
  if (encodingType !== undefined && encodingType !== 'url') {
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request', {
      details: { ArgumentName: 'encoding-type', ArgumentValue: encodingType },
    });
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    encode: (key) => (encodingType === 'url' ? encodeURIComponent(key).replaceAll('%2F', '/') : key),
    encodingType,
  };
};

/** At most 1,000 entries a page, as S3 has it. */
export const readMaxKeys = (request: S3Request, name = 'max-keys'): number =>
  queryNumber(request, name, { fallback: 1000, least: 0, greatest: 1000 });

export const accountOwner = {
  ID: '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a',
  DisplayName: 'local',
} as const;

/** As S3 writes times in XML: whole seconds, then `.000Z`. */
export const listTime = (at: number): string => new Date(Math.floor(at / 1000) * 1000).toISOString();

/** The elements that describe an object's bytes in any list. */
export const contentElements = (content: StoredContent): XmlElement => ({
  ETag: `"${content.etag}"`,
  ChecksumAlgorithm: content.checksum.algorithm,
  ChecksumType: content.checksum.type,
  Size: content.size,
  StorageClass: content.headers['x-amz-storage-class'] ?? 'STANDARD',
});

/** The elements of what a delimiter rolled up. */
export const prefixElements = (prefixes: readonly string[], { encode }: ListFormat): XmlElement[] =>
  prefixes.map((prefix) => ({ Prefix: encode(prefix) }));
