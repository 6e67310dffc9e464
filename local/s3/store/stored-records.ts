import * as z from 'zod';
import { Checksum } from '../checksums/checksum.ts';

/** Every record on disk says which form it has; another form is refused by name when it is loaded. */
export const recordSchemaVersion = 1;

/** A run of bytes in one data file: a whole object, or one part of a multipart object. */
export const Segment = z.strictObject({ file: z.string(), size: z.int().min(0) });
export type Segment = z.infer<typeof Segment>;

/** For how long nobody can delete a version; of S3's two modes the one that has no exceptions. */
export const Retention = z.strictObject({
  mode: z.literal('COMPLIANCE'),
  /** Epoch ms. */
  until: z.number(),
});
export type Retention = z.infer<typeof Retention>;

export const StoredContent = z.strictObject({
  /** Hexadecimal, without the quotes of the wire. */
  etag: z.string(),
  size: z.int().min(0),
  segments: z.array(Segment),
  /** Segments are the parts of a multipart upload, as `partNumber` asks for them. */
  multipart: z.boolean(),
  checksum: Checksum,
  /** Given back as they are: content type, user metadata, encryption. */
  headers: z.record(z.string(), z.string()),
  /** As `x-amz-tagging` has it: a query string. */
  tagging: z.string().optional(),
  /** The multipart upload it came from. */
  uploadId: z.string().optional(),
  retention: Retention.optional(),
});
export type StoredContent = z.infer<typeof StoredContent>;

export const StoredVersion = z.strictObject({
  schemaVersion: z.literal(recordSchemaVersion),
  key: z.string(),
  /** `null` where it was written without versioning. */
  versionId: z.string(),
  /** Order of writing within the bucket. */
  sequence: z.int(),
  /** Epoch ms. */
  modifiedAt: z.number(),
  /** Absent in a delete marker. */
  content: StoredContent.optional(),
});
export type StoredVersion = z.infer<typeof StoredVersion>;

/** A version that holds bytes, not a delete marker. */
export type ObjectVersion = StoredVersion & { content: StoredContent };

export const StoredUpload = z.strictObject({
  schemaVersion: z.literal(recordSchemaVersion),
  uploadId: z.string(),
  key: z.string(),
  initiatedAt: z.number(),
  /** Absent when the writer named none. */
  checksum: Checksum.omit({ value: true }).optional(),
  headers: z.record(z.string(), z.string()),
  tagging: z.string().optional(),
});
export type StoredUpload = z.infer<typeof StoredUpload>;

export const StoredPart = z.strictObject({
  schemaVersion: z.literal(recordSchemaVersion),
  uploadId: z.string(),
  partNumber: z.int().min(1).max(10_000),
  etag: z.string(),
  modifiedAt: z.number(),
  segment: Segment,
  checksum: Checksum,
});
export type StoredPart = z.infer<typeof StoredPart>;

export const Versioning = z.enum(['Unversioned', 'Enabled', 'Suspended']);
export type Versioning = z.infer<typeof Versioning>;

/** Object Lock of a bucket, which has to be versioned and stays so. */
export const ObjectLock = z.strictObject({
  /** How long a new version is kept whose writer says nothing. @default not at all */
  defaultDays: z.int().min(1).optional(),
});
export type ObjectLock = z.infer<typeof ObjectLock>;

export const StoredBucket = z.strictObject({
  schemaVersion: z.literal(recordSchemaVersion),
  name: z.string(),
  createdAt: z.number(),
  versioning: Versioning,
  /** Absent: Object Lock was never enabled. */
  lock: ObjectLock.optional(),
});
export type StoredBucket = z.infer<typeof StoredBucket>;
