/**
 * What two sets share, over what they hold together; two empty sets are alike.
 *
 * Jaccard 1912. O(n).
 *
 * @returns 0–1
 * @example
 * jaccard(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd'])) // => 0.5
 */
export const jaccard = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size === 0 && other.size === 0) return 1;
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared);
};
