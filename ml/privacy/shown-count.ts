/** Groups of fewer people are not told of: a count of few, with what else is known, is a name. */
export const smallestGroup = 11;

/**
 * A count as it may be shown; null where it is of 1 to 10 people. That there is nobody may be told.
 *
 * @param count - what is counted
 * @param people - how many people it is of. @default as many as are counted
 * @example
 * shownCount(10) // => null
 * shownCount(11) // => 11
 * shownCount(500, 3) // => null
 * shownCount(0) // => 0
 */
export const shownCount = (count: number, people: number = count): number | null =>
  people > 0 && people < smallestGroup ? null : count;

/**
 * Counts of one whole, all hidden where one must be: the others and the total would tell it.
 *
 * @example
 * shownCounts([40, 12]) // => [40, 12]
 * shownCounts([40, 3]) // => [null, null]
 */
export const shownCounts = (counts: readonly number[]): readonly (number | null)[] =>
  counts.some((count) => shownCount(count) === null) ? counts.map(() => null) : counts;
