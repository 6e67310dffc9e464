import { createHash } from 'node:crypto';

/**
 * What tells one example from another: SHA-256 of `narrative::sourceKey`, both as they arrived.
 *
 * @returns 64 hexadecimal digits
 * @example
 * contentHash('a', 'b') === contentHash('a', 'c') // => false
 * contentHash('', '') // => '71546855d6279ef70d20909b292c42c2dcb02cd06bde01485da52d13e304ebf4'
 */
export const contentHash = (narrative: string, sourceKey: string): string =>
  createHash('sha256').update(`${narrative}::${sourceKey}`.toWellFormed()).digest('hex');
