import { S3Error } from './protocol/s3-error.ts';
import type { S3Request } from './protocol/s3-request.ts';

/** Parameters that say how an operation goes, not which one it is. */
const modifiers =
  /^(x-id|x-amz-.*|AWSAccessKeyId|Signature|Expires|versionId|prefix|delimiter|marker|max-keys|encoding-type|start-after|continuation-token|fetch-owner|key-marker|version-id-marker|upload-id-marker|max-uploads|max-parts|part-number-marker|max-buckets|bucket-region|response-.*|list-type|partNumber)$/i;

const routes: Readonly<Record<string, string>> = {
  'GET service': 'ListBuckets',
  'PUT bucket': 'CreateBucket',
  'HEAD bucket': 'HeadBucket',
  'DELETE bucket': 'DeleteBucket',
  'GET bucket': 'ListObjects',
  'GET bucket?location': 'GetBucketLocation',
  'GET bucket?versioning': 'GetBucketVersioning',
  'PUT bucket?versioning': 'PutBucketVersioning',
  'GET bucket?versions': 'ListObjectVersions',
  'GET bucket?uploads': 'ListMultipartUploads',
  'POST bucket?delete': 'DeleteObjects',
  'PUT object': 'PutObject',
  'GET object': 'GetObject',
  'HEAD object': 'HeadObject',
  'DELETE object': 'DeleteObject',
  'GET object?tagging': 'GetObjectTagging',
  'GET object?retention': 'GetObjectRetention',
  'PUT object?retention': 'PutObjectRetention',
  'GET bucket?object-lock': 'GetObjectLockConfiguration',
  'PUT bucket?object-lock': 'PutObjectLockConfiguration',
  'POST object?uploads': 'CreateMultipartUpload',
  'PUT object?uploadId': 'UploadPart',
  'GET object?uploadId': 'ListParts',
  'POST object?uploadId': 'CompleteMultipartUpload',
  'DELETE object?uploadId': 'AbortMultipartUpload',
};

const refine = (operation: string, { query, headers }: S3Request) => {
  const isCopy = headers['x-amz-copy-source'] !== undefined;
  if (operation === 'ListObjects') return query.get('list-type') === '2' ? 'ListObjectsV2' : 'ListObjects';
  if (operation === 'PutObject') return isCopy ? 'CopyObject' : 'PutObject';
  if (operation === 'UploadPart') return isCopy ? 'UploadPartCopy' : 'UploadPart';
  return operation;
};

const verbs: Readonly<Record<string, string>> = {
  GET: 'Get',
  PUT: 'Put',
  DELETE: 'Delete',
  HEAD: 'Head',
  POST: 'Post',
};

const pascal = (name: string) =>
  name.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());

/**
 * Names the operation that a request asks for, such as `CopyObject`.
 *
 * @throws {S3Error} NotImplemented, naming it, for every operation that this S3 does not have
 */
export const routeOperation = (request: S3Request): string => {
  const level = request.bucket === undefined ? 'service' : request.key === undefined ? 'bucket' : 'object';
  const subresources = [...new Set(request.query.keys())].filter((name) => !modifiers.test(name)).sort();
  const route = [`${request.method} ${level}`, ...subresources].join('?');
  const operation = routes[route];
  if (operation !== undefined) return refine(operation, request);
  const name =
    request.query.get('x-id') ??
    `${verbs[request.method] ?? request.method}${level === 'service' ? '' : pascal(level)}${subresources.map(pascal).join('')}`;
  throw new S3Error('NotImplemented', `The local S3 does not implement ${name}.`, {
    details: { Operation: name },
  });
};
