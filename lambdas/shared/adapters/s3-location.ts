/**
 * Bucket and key of an s3:// path.
 *
 * @throws {TypeError} when it is none
 */
export const s3Location = (path: string): { readonly Bucket: string; readonly Key: string } => {
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (Bucket === undefined || Key === undefined)
    throw new TypeError('An S3 path has the form s3://bucket/key.');
  return { Bucket, Key };
};
