/** Where a digit is this near to the middle between two, the last bits decide: only printing tells. */
const nearlyHalf = 1e-6;

/**
 * `Number(value.toFixed(decimals))`, to the last bit, without writing the number out.
 *
 * The rounded count of decimals and their scale are whole numbers, and a division is the nearest double to the
 * quotient, as is a decimal that is read.
 *
 * @param value - −1000 to 1000
 * @param decimals - 0 to 6
 * @example
 * roundAsPrinted(0.74638, 3) // => 0.746
 * roundAsPrinted(1.0005, 3) // => 1
 * roundAsPrinted(-0.00001, 4) // => -0
 */
export const roundAsPrinted = (value: number, decimals: number): number => {
  if (value === 0) return 0;
  const scale = 10 ** decimals;
  const scaled = value * scale;
  if (Math.abs(scaled - Math.floor(scaled) - 0.5) < nearlyHalf) return Number(value.toFixed(decimals));
  return Math.round(scaled) / scale;
};
