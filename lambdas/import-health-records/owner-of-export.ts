import type { RecordType } from '../../ml/narratives/record-type.ts';
import { parseRawKey } from '../../ml/narratives/source-key.ts';
import type { ExportRefusal } from './schema.ts';

export const rawPrefix = 'raw/';
const longestUserId = 256;

export type ExportOwner =
  | { readonly ok: true; readonly userId: string; readonly recordType: RecordType }
  | { readonly ok: false; readonly reason: ExportRefusal; readonly detail: string };

/**
 * Whose export a file is, and of what: the folder names the record type, the file's name or the object's metadata
 * `user-id` the person. Nobody is guessed, and of two names none is believed.
 *
 * @param metadata - of the object, names in lower case
 */
export const ownerOfExport = (key: string, metadata: Readonly<Record<string, string>>): ExportOwner => {
  const named = parseRawKey(key, rawPrefix);
  if (named === undefined) return refuse('unknown-folder', 'the key is not below raw/ and a record type');
  const ids = new Set([named.userId, metadata['user-id']].filter((id) => id !== undefined && id !== ''));
  const [userId] = ids;
  if (userId === undefined) {
    return refuse(
      'no-user',
      'neither the name {userId}_{time}_{id}.avro nor the metadata user-id says whose it is',
    );
  }
  if (ids.size > 1) return refuse('user-mismatch', 'the name and the metadata user-id name two people');
  if (userId.length > longestUserId || userId.trim() !== userId) {
    return refuse(
      'bad-user-id',
      `the user id is longer than ${longestUserId} characters or begins or ends blank`,
    );
  }
  return { ok: true, userId, recordType: named.recordType };
};

const refuse = (reason: ExportRefusal, detail: string): ExportOwner => ({ ok: false, reason, detail });
