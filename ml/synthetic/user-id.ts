import { createHash } from 'node:crypto';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The id of the k-th person of a seed: `user-` and ten digits of base 32 (RFC 4648, lower case) of a SHA-256, 50
 * bits, so that ids carry no order.
 *
 * @example
 * userIdOf(7, 0) === userIdOf(7, 0) // => true
 * userIdOf(7, 0) === userIdOf(8, 0) // => false
 */
export const userIdOf = (seed: number, index: number): string => {
  const hash = createHash('sha256').update(`wellcast user ${seed} ${index}`).digest();
  return `user-${Array.from(hash.subarray(0, 10), (byte) => base32[byte % 32]).join('')}`;
};
