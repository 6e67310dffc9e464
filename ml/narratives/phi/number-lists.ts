/**
 * A number for a list of whole numbers, the same for the same list (FNV-1; Fowler, Noll & Vo 1991).
 *
 * @returns a signed 32-bit integer
 * @example
 * hashOf([1, 2]) === hashOf(Int32Array.of(1, 2)) // => true
 */
export const hashOf = (numbers: ArrayLike<number>): number => {
  let hash = numbers.length;
  for (let at = 0; at < numbers.length; at += 1) hash = (Math.imul(hash, 0x01000193) ^ numbers[at]!) | 0;
  return hash;
};

/**
 * Whether two lists hold the same numbers in the same order.
 *
 * @example
 * isSame([1, 2], Int32Array.of(1, 2)) // => true
 * isSame([1, 2], [2, 1]) // => false
 */
export const isSame = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
};
