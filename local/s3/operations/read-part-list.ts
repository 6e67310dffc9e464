import { createHash } from 'node:crypto';
import * as z from 'zod';
import { checksumElement } from '../checksums/checksum.ts';
import { sameEtag } from '../conditions/write-conditions.ts';
import { readXml } from '../protocol/read-xml.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { StoredPart } from '../store/stored-records.ts';
import type { Upload } from '../store/uploads.ts';

const PartList = z.object({
  Part: z
    .array(
      z.object({
        PartNumber: z
          .string()
          .regex(/^\s*\d+\s*$/)
          .transform(Number),
        ETag: z.string(),
        ChecksumCRC32: z.string().optional(),
        ChecksumCRC32C: z.string().optional(),
        ChecksumCRC64NVME: z.string().optional(),
        ChecksumSHA1: z.string().optional(),
        ChecksumSHA256: z.string().optional(),
      }),
    )
    .min(1)
    .max(10_000),
});
type ListedPart = z.infer<typeof PartList>['Part'][number];

const minPartBytes = 5 * 1024 * 1024;

const invalidPart = ({ PartNumber, ETag }: ListedPart, uploadId: string) =>
  new S3Error(
    'InvalidPart',
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { details: { UploadId: uploadId, PartNumber: String(PartNumber), ETag } },
  );

const findPart = (listed: ListedPart, upload: Upload): StoredPart => {
  const part = upload.parts.get(listed.PartNumber);
  if (part === undefined || !sameEtag(listed.ETag, part.etag)) throw invalidPart(listed, upload.uploadId);
  const checksum = listed[checksumElement(part.checksum.algorithm)];
  if (checksum === undefined && upload.checksum?.type === 'COMPOSITE') {
    throw new S3Error(
      'InvalidRequest',
      `The upload was created using a ${upload.checksum.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${listed.PartNumber} in the request.`,
    );
  }
  if (checksum !== undefined && checksum.trim() !== part.checksum.value)
    throw invalidPart(listed, upload.uploadId);
  return part;
};

const assertLargeEnough = (parts: readonly StoredPart[]) => {
  const small = parts.slice(0, -1).find(({ segment }) => segment.size < minPartBytes);
  if (small === undefined) return;
  throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
    details: {
      ProposedSize: String(small.segment.size),
      MinSizeAllowed: String(minPartBytes),
      PartNumber: String(small.partNumber),
      ETag: small.etag,
    },
  });
};

/**
 * The parts that make up the finished object, as a CompleteMultipartUpload lists them.
 *
 * @throws {S3Error} MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall, InvalidRequest
 */
export const readPartList = (text: string, upload: Upload): readonly StoredPart[] => {
  const { Part: listed } = readXml(text, { root: 'CompleteMultipartUpload', schema: PartList });
  if (listed.some(({ PartNumber }, index) => index > 0 && PartNumber <= listed[index - 1]!.PartNumber)) {
    throw new S3Error(
      'InvalidPartOrder',
      'The list of parts was not in ascending order. The parts list must be specified in order by part number.',
    );
  }
  const parts = listed.map((part) => findPart(part, upload));
  assertLargeEnough(parts);
  return parts;
};

/** `md5 of the parts' md5s`-N, as S3 makes the ETag of a multipart object. */
export const multipartEtag = (parts: readonly StoredPart[]): string => {
  const md5 = createHash('md5');
  for (const { etag } of parts) md5.update(Buffer.from(etag, 'hex'));
  return `${md5.digest('hex')}-${parts.length}`;
};
