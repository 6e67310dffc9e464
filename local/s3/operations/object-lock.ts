import * as z from 'zod';
import { assertLockable, assertNotLocked, parseRetention } from '../lock/retention.ts';
import { receiveText } from '../payload/receive-text.ts';
import { findVersion } from '../protocol/find-version.ts';
import { readXml } from '../protocol/read-xml.ts';
import { respondEmpty, respondXml } from '../protocol/respond.ts';
import { type Operation, type S3Call, targetBucket, targetObject } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';

export const getObjectLockConfiguration: Operation = (call) => {
  const { lock, name } = targetBucket(call);
  if (lock === undefined) {
    throw new S3Error(
      'ObjectLockConfigurationNotFoundError',
      'Object Lock configuration does not exist for this bucket',
      { details: { BucketName: name } },
    );
  }
  const Rule = { DefaultRetention: { Mode: 'COMPLIANCE', Days: lock.defaultDays } };
  respondXml(call.response, {
    root: 'ObjectLockConfiguration',
    content: { ObjectLockEnabled: 'Enabled', Rule: lock.defaultDays === undefined ? undefined : Rule },
  });
};

const ObjectLockConfiguration = z.object({
  ObjectLockEnabled: z.literal('Enabled'),
  Rule: z
    .object({
      DefaultRetention: z.object({ Mode: z.literal('COMPLIANCE'), Days: z.coerce.number().int().min(1) }),
    })
    .optional(),
});

/** Enables Object Lock, also of a bucket that is there already, and says how long new objects are kept. */
export const putObjectLockConfiguration: Operation = async (call) => {
  const bucket = targetBucket(call);
  const text = await receiveText(call.request);
  const { Rule } = readXml(text, { root: 'ObjectLockConfiguration', schema: ObjectLockConfiguration });
  if (bucket.versioning !== 'Enabled') {
    throw new S3Error(
      'InvalidBucketState',
      'Versioning must be "Enabled" on the bucket to apply Object Lock.',
    );
  }
  bucket.setLock(Rule === undefined ? {} : { defaultDays: Rule.DefaultRetention.Days });
  respondEmpty(call.response, 200);
};

const findLockable = (call: S3Call) => {
  const { bucket, key } = targetObject(call);
  assertLockable(bucket);
  const version = findVersion(bucket, { key, versionId: call.request.query.get('versionId') ?? undefined });
  return { bucket, version };
};

export const getObjectRetention: Operation = (call) => {
  const { retention } = findLockable(call).version.content;
  if (retention === undefined) {
    throw new S3Error(
      'NoSuchObjectLockConfiguration',
      'The specified object does not have a ObjectLock configuration',
    );
  }
  const RetainUntilDate = new Date(retention.until).toISOString();
  respondXml(call.response, { root: 'Retention', content: { Mode: retention.mode, RetainUntilDate } });
};

const RetentionInput = z.object({ Mode: z.string(), RetainUntilDate: z.string() });

/** A retention under way can only be made longer. */
export const putObjectRetention: Operation = async (call) => {
  const { bucket, version } = findLockable(call);
  const text = await receiveText(call.request);
  const { Mode, RetainUntilDate } = readXml(text, { root: 'Retention', schema: RetentionInput });
  const retention = parseRetention(Mode, RetainUntilDate, call.clock());
  if (retention.until < (version.content.retention?.until ?? 0)) assertNotLocked(version, call.clock());
  bucket.setRetention(version, retention);
  respondEmpty(call.response, 200);
};
