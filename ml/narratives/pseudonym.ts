import { createHmac } from 'node:crypto';

/** What a pseudonym stands for; the same value under two purposes gives unrelated pseudonyms. */
export type PseudonymPurpose = 'user' | 'correlation' | 'audit';

/**
 * A pseudonym that stays the same for a person's key and means nothing without it: the first 128 bits of HMAC-SHA256.
 *
 * Erase the key, and nobody can tell any more whose lines they were.
 *
 * @param key - at least 16 bytes, of that person
 * @returns 32 hexadecimal digits
 * @throws {RangeError} when the key is shorter
 * @example
 * pseudonym(new Uint8Array(32), 'user', 'u1') === pseudonym(new Uint8Array(32), 'correlation', 'u1') // => false
 */
export const pseudonym = (key: Uint8Array, purpose: PseudonymPurpose, value: string): string => {
  if (key.length < 16) throw new RangeError(`a key needs at least 16 bytes, got ${key.length}`);
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, value.toWellFormed()]))
    .digest('hex')
    .slice(0, 32);
};
