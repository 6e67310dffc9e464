import type { StoredContent } from '../store/stored-records.ts';
import type { DigestedBytes } from './digest-chunks.ts';

/**
 * The record of an object that was written in one piece.
 *
 * @param file - the data file that holds its bytes
 * @param kept - what goes with it
 */
export const wholeContent = (
  bytes: DigestedBytes,
  file: string,
  kept: Pick<StoredContent, 'headers' | 'tagging'>,
): StoredContent => ({
  etag: bytes.md5.toString('hex'),
  size: bytes.size,
  segments: [{ file, size: bytes.size }],
  multipart: false,
  checksum: bytes.checksum,
  ...kept,
});
