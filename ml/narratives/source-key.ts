import { RecordType } from './record-type.ts';

/** What the key of a raw export says: `raw/{RecordType}/{yyyy}/{mm}/{dd}/{userId}_{ts}_{id}.avro`. */
export interface RawKey {
  readonly recordType: RecordType;
  /** Absent where the file's name does not hold one; the object's metadata may. */
  readonly userId?: string;
}

const namedFile = /^(.+)_(\d{9,14}_[A-Za-z0-9-]{1,64}\.[A-Za-z0-9.]{1,12})$/;

/**
 * Reads a raw export's key; undefined where it is none, or of none of the six record types.
 *
 * The user's id may hold `_`: what counts is that a time stamp and an id follow it.
 *
 * @param prefix - ends in `/`
 * @example
 * parseRawKey('raw/StepsRecord/2025/11/15/user_1_1731628800_abc.avro', 'raw/') // => { recordType: 'StepsRecord', userId: 'user_1' }
 * parseRawKey('raw/StepsRecord/2025/11/StepsRecord_1758407139312.avro', 'raw/') // => { recordType: 'StepsRecord' }
 * parseRawKey('raw/Other/1.avro', 'raw/') // => undefined
 */
export const parseRawKey = (key: string, prefix: string): RawKey | undefined => {
  if (!key.startsWith(prefix)) return undefined;
  const parts = key.slice(prefix.length).split('/');
  const recordType = RecordType.safeParse(parts[0]);
  const file = parts.at(-1);
  if (!recordType.success || file === undefined || parts.length < 2) return undefined;
  const userId = namedFile.exec(file)?.[1];
  return { recordType: recordType.data, ...(userId === undefined ? {} : { userId }) };
};

/**
 * A source key without the user: neither before the time stamp of the file's name nor anywhere else that the id
 * stands between separators, in upper or lower case.
 *
 * @example
 * sourceKeyWithoutUser('raw/StepsRecord/2025/11/15/user123_1731628800_abc123.avro', 'user123') // => 'raw/StepsRecord/2025/11/15/1731628800_abc123.avro'
 * sourceKeyWithoutUser('raw/users/user123/test.avro', 'user123') // => 'raw/users/test.avro'
 * sourceKeyWithoutUser('raw/User123/test.avro', 'user123') // => 'raw/test.avro'
 * sourceKeyWithoutUser('raw/test.avro', 'u') // => 'raw/test.avro'
 */
export const sourceKeyWithoutUser = (key: string, userId: string): string => {
  const slash = key.lastIndexOf('/') + 1;
  const file = key.slice(slash).replace(namedFile, '$2');
  const id = new RegExp(
    `(?<![A-Za-z0-9])(?:${RegExp.escape(userId)}|${RegExp.escape(encodeURIComponent(userId.toWellFormed()))})(?![A-Za-z0-9])[_/-]?`,
    'gi',
  );
  return (key.slice(0, slash) + file).replace(id, '') || 'removed';
};
