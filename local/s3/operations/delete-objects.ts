import * as z from 'zod';
import { receiveText } from '../payload/receive-text.ts';
import { readXml } from '../protocol/read-xml.ts';
import { respondXml } from '../protocol/respond.ts';
import { type Operation, targetBucket } from '../protocol/s3-call.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { XmlElement } from '../protocol/write-xml.ts';
import { type DeletionResult, deleteOne } from './delete-object.ts';

const DeleteRequest = z.object({
  Object: z
    .array(z.object({ Key: z.string(), VersionId: z.string().optional(), ETag: z.string().optional() }))
    .min(1)
    .max(1000),
  Quiet: z.string().optional(),
});
type Entry = z.infer<typeof DeleteRequest>['Object'][number];

const deletedElement = ({ Key, VersionId }: Entry, result: DeletionResult): XmlElement => ({
  Key,
  VersionId,
  DeleteMarker: result.deleteMarker ? true : undefined,
  DeleteMarkerVersionId: result.deleteMarker ? result.versionId : undefined,
});

export const deleteObjects: Operation = async (call) => {
  const bucket = targetBucket(call);
  const { headers } = call.request;
  if (
    headers['content-md5'] === undefined &&
    !Object.keys(headers).some((name) => name.startsWith('x-amz-checksum-'))
  ) {
    throw new S3Error(
      'InvalidRequest',
      'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    );
  }
  const text = await receiveText(call.request);
  const request = readXml(text, { root: 'Delete', schema: DeleteRequest });
  const deleted: XmlElement[] = [];
  const errors: XmlElement[] = [];
  for (const entry of request.Object) {
    try {
      const deletion = { key: entry.Key, versionId: entry.VersionId || undefined, ifMatch: entry.ETag };
      deleted.push(deletedElement(entry, deleteOne(bucket, deletion, call.clock())));
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      errors.push({ Key: entry.Key, VersionId: entry.VersionId, Code: error.code, Message: error.message });
    }
  }
  const content = { Deleted: request.Quiet?.trim() === 'true' ? [] : deleted, Error: errors };
  respondXml(call.response, { root: 'DeleteResult', content });
};
