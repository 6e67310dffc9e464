import { type CrcAlgorithm, crcPolynomials } from './crc-digest.ts';

/** Product of two polynomials modulo the generator; the highest bit is the coefficient of x⁰ (reflected). */
const multiply = (left: bigint, right: bigint, { reflected, bits }: { reflected: bigint; bits: bigint }) => {
  let product = 0n;
  let shifted = left;
  for (let mask = 1n << (bits - 1n); mask > 0n; mask >>= 1n) {
    if (right & mask) product ^= shifted;
    shifted = shifted & 1n ? (shifted >> 1n) ^ reflected : shifted >> 1n;
  }
  return product;
};

/** x to the power of 8·byteCount, by squaring. */
const powerOfX = (byteCount: number, polynomial: { reflected: bigint; bits: bigint }) => {
  let power = 1n << (polynomial.bits - 1n);
  let square = 1n << (polynomial.bits - 9n);
  for (let remaining = BigInt(byteCount); remaining > 0n; remaining >>= 1n) {
    if (remaining & 1n) power = multiply(power, square, polynomial);
    square = multiply(square, square, polynomial);
  }
  return power;
};

const toBigInt = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`);

/**
 * The CRC of a whole from the CRCs of its parts, without reading the bytes again.
 *
 * The CRC of `A ‖ B` is the CRC of `A` times x^(8·|B|), plus that of `B`, modulo the generator: the identity
 * behind zlib's `crc32_combine`. O(parts · log bytes).
 *
 * @param parts - in order, at least one; `digest` big-endian
 * @returns big-endian bytes
 */
export const combineCrcs = (
  algorithm: CrcAlgorithm,
  parts: readonly { readonly digest: Buffer; readonly size: number }[],
): Buffer => {
  const polynomial = crcPolynomials[algorithm];
  const whole = parts.reduce(
    (sum, part) => multiply(sum, powerOfX(part.size, polynomial), polynomial) ^ toBigInt(part.digest),
    0n,
  );
  return Buffer.from(whole.toString(16).padStart(Number(polynomial.bits) / 4, '0'), 'hex');
};
