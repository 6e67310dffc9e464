import * as z from 'zod';

const Count = z.int().nonnegative();

/** Rows that only one of two versions has; a row that is twice in one and once in the other counts once. */
export const RowDifference = z.strictObject({ added: Count, removed: Count, kept: Count });
export type RowDifference = z.infer<typeof RowDifference>;

/**
 * Compares two collections of lines, whatever their order. O(n).
 *
 * @param from - lines of the earlier version
 * @param to - of the later
 * @example
 * rowDifference(['a', 'b', 'b'], ['b', 'c']) // => { added: 1, removed: 2, kept: 1 }
 */
export const rowDifference = (from: readonly string[], to: readonly string[]): RowDifference => {
  const left = new Map<string, number>();
  for (const line of from) left.set(line, (left.get(line) ?? 0) + 1);
  let kept = 0;
  for (const line of to) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    kept += 1;
  }
  return { added: to.length - kept, removed: from.length - kept, kept };
};
