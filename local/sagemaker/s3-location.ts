/** A place in S3, taken from `s3://bucket/prefix`. */
export interface S3Location {
  readonly bucket: string;
  /** Without a leading slash; may be empty. */
  readonly key: string;
}

/** @throws {Error} when it is not an S3 URI */
export const s3Location = (uri: string): S3Location => {
  const [, bucket, key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(uri) ?? [];
  if (bucket === undefined) throw new Error(`An S3 URI looks like s3://bucket/prefix, not '${uri}'.`);
  return { bucket, key };
};
