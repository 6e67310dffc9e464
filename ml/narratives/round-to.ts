/**
 * A number with so many decimals, half away from zero in the decimal that is shown; null stays null.
 *
 * @example
 * roundTo(26.90165801, 2) // => 26.9
 * roundTo(null, 1) // => null
 */
export function roundTo(value: number, decimals: number): number;
export function roundTo(value: number | null, decimals: number): number | null;
export function roundTo(value: number | null, decimals: number): number | null {
  if (value === null) return null;
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale || 0;
}
