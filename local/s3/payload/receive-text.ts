import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { receivePayload } from './receive-payload.ts';

/** Room for the largest list of parts or keys that S3 accepts. */
const maxBytes = 8 * 1024 * 1024;

/**
 * A request's body as text, checked like any other; empty when there is none.
 *
 * @throws {S3Error} MalformedXML above 8 MiB, and what `receivePayload` throws
 */
export const receiveText = async (request: S3Request): Promise<string> => {
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) {
    return '';
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  await receivePayload(request, (chunk) => {
    size += chunk.length;
    if (size > maxBytes) throw new S3Error('MalformedXML', 'The XML you provided is larger than 8 MiB.');
    chunks.push(chunk);
  });
  return Buffer.concat(chunks).toString('utf8');
};
