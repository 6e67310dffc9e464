// Decimal notation only: Number() alone would also take '0x1f' and 'Infinity'.
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const nonFinite = /^[+-]?(inf|infinity|nan)$/i;

/**
 * The number that a text writes in decimal notation.
 *
 * @returns undefined for any other text; ±Infinity where the number is beyond what a double holds
 * @example
 * decimalNumber('-2.50') // => -2.5
 * decimalNumber('0x1f') // => undefined
 */
export const decimalNumber = (text: string): number | undefined =>
  decimal.test(text) ? Number(text) + 0 : undefined;

/**
 * Whether a text stands for a number that is not finite, as programs write them.
 *
 * @example
 * isNonFiniteNumber('-inf') // => true
 * isNonFiniteNumber('1e999') // => true
 * isNonFiniteNumber('info') // => false
 */
export const isNonFiniteNumber = (text: string): boolean =>
  nonFinite.test(text) || (decimal.test(text) && !Number.isFinite(Number(text)));
