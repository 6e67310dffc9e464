/** x³² + x²⁸ + … of Castagnoli, bits reversed. */
const polynomial = 0x82f63b78;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? polynomial : 0);
  return value;
});

/**
 * CRC-32C (Castagnoli) of bytes. RFC 3720, appendix B.4.
 *
 * @returns an unsigned 32-bit number
 * @example
 * crc32c(new TextEncoder().encode('123456789')).toString(16) // => 'e3069283'
 */
export const crc32c = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
};

/**
 * The checksum as TFRecord files hold it: rotated by 15 bits and moved by a constant, so that the checksum of bytes
 * that hold checksums stays good. tensorflow/core/lib/hash/crc32c.h.
 *
 * @returns an unsigned 32-bit number
 * @example
 * maskedCrc32c(new Uint8Array(0)).toString(16) // => 'a282ead8'
 */
export const maskedCrc32c = (bytes: Uint8Array): number => {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
};
