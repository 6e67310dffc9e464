import { type Checksum, type ChecksumAlgorithm, makeDigest } from '../checksums/checksum.ts';

/** What is known of bytes once they have passed. */
export interface DigestedBytes {
  readonly size: number;
  readonly md5: Buffer;
  readonly checksum: Checksum;
  readonly sha256: Buffer | undefined;
}

export type Sink = (chunk: Uint8Array) => Promise<void> | void;

/**
 * Passes bytes on to a sink, one chunk at a time, and digests them on the way.
 *
 * @param chunks - the bytes; never more than one chunk is held
 * @param wanted - the checksum's algorithm, and whether SHA-256 is needed beside it
 */
export const digestChunks = async (
  chunks: AsyncIterable<Uint8Array>,
  wanted: { readonly algorithm: ChecksumAlgorithm; readonly sha256: boolean },
  sink: Sink,
): Promise<DigestedBytes> => {
  const md5 = makeDigest('MD5');
  const checksum = makeDigest(wanted.algorithm);
  const sha256 = wanted.sha256 ? makeDigest('SHA256') : undefined;
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    md5.update(chunk);
    checksum.update(chunk);
    sha256?.update(chunk);
    await sink(chunk);
  }
  return {
    size,
    md5: md5.digest(),
    checksum: {
      algorithm: wanted.algorithm,
      type: 'FULL_OBJECT',
      value: checksum.digest().toString('base64'),
    },
    sha256: sha256?.digest(),
  };
};
