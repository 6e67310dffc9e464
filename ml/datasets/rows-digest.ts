import { createHash } from 'node:crypto';

/** A fingerprint of a collection of lines that is being written. */
export interface RowsDigest {
  /** Takes one line in; its end of line counts. */
  add(line: string): void;
  /** Takes in what another digest's `hashes` gave, as if its lines had been added here. */
  addHashes(hashes: readonly string[]): void;
  /** Of the lines so far, 64 hexadecimal digits each, ascending. */
  hashes(): readonly string[];
  /** 64 hexadecimal digits. */
  digest(): string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * A fingerprint that two datasets share exactly if they hold the same lines equally often, in whatever order and
 * spread over whatever files: SHA-256 over the sorted SHA-256 of the lines.
 *
 * 64 characters are kept per line; O(n log n).
 */
export const rowsDigest = (): RowsDigest => {
  const lineHashes: string[] = [];
  return {
    addHashes: (hashes) => {
      for (const hash of hashes) lineHashes.push(hash);
    },
    hashes: () => lineHashes.toSorted(),
    add: (line) => {
      lineHashes.push(sha256(line));
    },
    digest: () => sha256(lineHashes.toSorted().join('')),
  };
};
