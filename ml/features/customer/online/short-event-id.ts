import { createHash } from 'node:crypto';

/**
 * An event's id in 8 bytes, whatever its length: of 15,000 events of one customer two are taken for one with a chance
 * of about 10⁻¹¹.
 *
 * @returns 16 hexadecimal digits of its SHA-256
 * @example
 * shortEventId('abc') // => 'ba7816bf8f01cfea'
 */
export const shortEventId = (eventId: string): string =>
  createHash('sha256').update(eventId).digest('hex').slice(0, 16);
