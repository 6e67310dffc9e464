import * as z from 'zod';

/**
 * 32-bit floats as text that JSON can hold, to the bit.
 *
 * @example
 * floatText(Float32Array.of(1)) // => 'AACAPw=='
 */
export const floatText = (values: Float32Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');

/** The inverse of `floatText`. */
export const Floats = z
  .base64()
  .transform((text) => new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer));
