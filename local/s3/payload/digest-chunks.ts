import { type Checksum, type ChecksumAlgorithm, makeDigest } from '../checksums/checksum.ts';

/** What is known of bytes once they have passed. */
export interface DigestedBytes {
  readonly size: number;
  readonly md5: Buffer;
  /** By the first of the wanted algorithms: the one that is kept. */
  readonly checksum: Checksum;
  /** By any of the wanted algorithms. */
  checksumBy(algorithm: ChecksumAlgorithm): Buffer | undefined;
}

export type Sink = (chunk: Uint8Array) => Promise<void> | void;

/**
 * Passes bytes on to a sink, one chunk at a time, and digests them on the way.
 *
 * @param chunks - the bytes; never more than one chunk is held
 * @param algorithms - the one to keep, then others that are needed for a comparison
 */
export const digestChunks = async (
  chunks: AsyncIterable<Uint8Array>,
  algorithms: readonly [ChecksumAlgorithm, ...ChecksumAlgorithm[]],
  sink: Sink,
): Promise<DigestedBytes> => {
  const md5 = makeDigest('MD5');
  const running = new Map(algorithms.map((algorithm) => [algorithm, makeDigest(algorithm)]));
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    md5.update(chunk);
    for (const digest of running.values()) digest.update(chunk);
    await sink(chunk);
  }
  const digests = new Map([...running].map(([algorithm, digest]) => [algorithm, digest.digest()]));
  const [algorithm] = algorithms;
  const value = digests.get(algorithm)?.toString('base64') ?? '';
  return {
    size,
    md5: md5.digest(),
    checksum: { algorithm, type: 'FULL_OBJECT', value },
    checksumBy: (wanted) => digests.get(wanted),
  };
};
