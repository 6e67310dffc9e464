import { createHash } from 'node:crypto';

/** A fingerprint of a collection of lines that is being written. */
export interface RowsDigest {
  /** Takes one line in; its end of line counts. */
  add(line: string): void;
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
    add: (line) => {
      lineHashes.push(sha256(line));
    },
    digest: () => sha256(lineHashes.toSorted().join('')),
  };
};
