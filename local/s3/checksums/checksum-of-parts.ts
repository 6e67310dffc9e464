import { type Checksum, type ChecksumAlgorithm, makeDigest } from './checksum.ts';
import { combineCrcs } from './combine-crcs.ts';

/** A part: its size in bytes and its checksum. */
export interface PartDigest {
  readonly size: number;
  readonly checksum: Checksum;
}

const bytesOf = ({ checksum }: PartDigest) => Buffer.from(checksum.value, 'base64');

/** A digest of digests, with the number of parts behind it. */
const composite = (algorithm: ChecksumAlgorithm, parts: readonly PartDigest[]): string => {
  const digest = makeDigest(algorithm);
  for (const part of parts) digest.update(bytesOf(part));
  return `${digest.digest().toString('base64')}-${parts.length}`;
};

/**
 * The checksum of a multipart object.
 *
 * @param wanted - composite: over the parts' checksums; full object (CRCs only): as if written in one piece
 * @param parts - in order; their checksums by the wanted algorithm
 */
export const checksumOfParts = (wanted: Omit<Checksum, 'value'>, parts: readonly PartDigest[]): Checksum => {
  const { algorithm, type } = wanted;
  if (type === 'COMPOSITE' || algorithm === 'SHA1' || algorithm === 'SHA256') {
    return { algorithm, type: 'COMPOSITE', value: composite(algorithm, parts) };
  }
  const whole = combineCrcs(
    algorithm,
    parts.map((part) => ({ digest: bytesOf(part), size: part.size })),
  );
  return { algorithm, type, value: whole.toString('base64') };
};
