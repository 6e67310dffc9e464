import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { VersionContent } from './version-manifest.ts';

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/**
 * The fingerprint of a version's content: of the names and hashes of its files, its schema and its parameters. No
 * moment, number or person enters it, and files are of rows in one order, so that the same rows with the same
 * parameters have the same fingerprint.
 *
 * @returns 64 hexadecimal digits
 */
export const contentHash = (content: VersionContent): string => {
  const files = content.files
    .map((file) => [file.name, file.sha256] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(canonicalJson({ ...content, files }));
};
