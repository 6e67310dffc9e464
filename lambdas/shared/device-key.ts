import { createHash, randomBytes } from 'node:crypto';

const prefix = 'wck_';
const keyBytes = 32;
const form = /^wck_[A-Za-z0-9_-]{43}$/;

/** A new device key: 256 random bits behind a prefix by which a leaked one is recognised. */
export const newDeviceKey = (): string => prefix + randomBytes(keyBytes).toString('base64url');

/**
 * What is kept of a key. One round of SHA-256 will do: there are too many keys to try.
 *
 * @returns 64 hexadecimal digits; undefined for a text that is no device key
 * @example
 * hashOfDeviceKey('secret') // => undefined
 */
export const hashOfDeviceKey = (key: string): string | undefined =>
  form.test(key) ? createHash('sha256').update(key).digest('hex') : undefined;

/**
 * What names a key to people.
 *
 * @param keyHash - 64 hexadecimal digits
 */
export const keyIdOf = (keyHash: string): string => keyHash.slice(0, 12);
