import * as z from 'zod';
import { accountOwner, listTime } from '../listing/list-format.ts';
import { receiveText } from '../payload/receive-text.ts';
import { readXml } from '../protocol/read-xml.ts';
import { respondEmpty, respondXml } from '../protocol/respond.ts';
import { type Operation, targetBucket } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { assertBucketName } from './assert-bucket-name.ts';

export const listBuckets: Operation = (call) => {
  const { request, buckets } = call;
  const prefix = request.query.get('prefix') ?? '';
  respondXml(call.response, {
    root: 'ListAllMyBucketsResult',
    content: {
      Buckets: {
        Bucket: buckets
          .all()
          .filter(({ name }) => name.startsWith(prefix))
          .map(({ name, createdAt }) => ({
            Name: name,
            CreationDate: listTime(createdAt),
            BucketRegion: call.region,
          })),
      },
      Owner: accountOwner,
    },
  });
};

const CreateBucketConfiguration = z.object({ LocationConstraint: z.string().trim().optional() });

export const createBucket: Operation = async (call) => {
  const { request, buckets, region } = call;
  const name = request.bucket ?? '';
  assertBucketName(name);
  const text = await receiveText(request);
  const wanted =
    text === ''
      ? undefined
      : readXml(text, { root: 'CreateBucketConfiguration', schema: CreateBucketConfiguration })
          .LocationConstraint;
  if (wanted !== undefined && wanted !== region) {
    throw new S3Error(
      'IllegalLocationConstraintException',
      `The ${wanted} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    );
  }
  if (buckets.find(name) !== undefined) {
    throw new S3Error(
      'BucketAlreadyOwnedByYou',
      'Your previous request to create the named bucket succeeded and you already own it.',
      { details: { BucketName: name } },
    );
  }
  const bucket = buckets.create(name, { createdAt: call.clock(), versioning: 'Unversioned' });
  if (request.headers['x-amz-bucket-object-lock-enabled']?.toLowerCase() === 'true') bucket.setLock({});
  respondEmpty(call.response, 200, { location: `/${name}` });
};

export const headBucket: Operation = (call) => {
  targetBucket(call);
  respondEmpty(call.response, 200, {
    'x-amz-bucket-region': call.region,
    'x-amz-access-point-alias': 'false',
  });
};

export const deleteBucket: Operation = (call) => {
  const bucket = targetBucket(call);
  if (bucket.keys().length > 0) {
    throw new S3Error('BucketNotEmpty', 'The bucket you tried to delete is not empty', {
      details: { BucketName: bucket.name },
    });
  }
  call.buckets.delete(bucket);
  respondEmpty(call.response, 204);
};

export const getBucketLocation: Operation = (call) => {
  targetBucket(call);
  // S3's oldest region has no name here.
  const location = call.region === 'us-east-1' ? '' : call.region;
  respondXml(call.response, { root: 'LocationConstraint', content: { '#text': location } });
};

export const getBucketVersioning: Operation = (call) => {
  const { versioning } = targetBucket(call);
  respondXml(call.response, {
    root: 'VersioningConfiguration',
    content: { Status: versioning === 'Unversioned' ? undefined : versioning },
  });
};

const VersioningConfiguration = z.object({
  Status: z.enum(['Enabled', 'Suspended']),
  MfaDelete: z.literal('Disabled').optional(),
});

export const putBucketVersioning: Operation = async (call) => {
  const bucket = targetBucket(call);
  const text = await receiveText(call.request);
  const { Status } = readXml(text, { root: 'VersioningConfiguration', schema: VersioningConfiguration });
  if (bucket.lock !== undefined && Status !== 'Enabled') {
    throw new S3Error(
      'InvalidBucketState',
      'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
    );
  }
  bucket.setVersioning(Status);
  respondEmpty(call.response, 200);
};
