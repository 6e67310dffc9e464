import type { CustomerValues } from '../customer-record.ts';

/** As a share of the value before. */
const smallestMove = 0.1;

/**
 * The columns whose value has moved by more than a tenth: of a number, as a share of what it was, and any change where
 * it was 0; of what was unknown or is a category, any change.
 *
 * @param before - by column
 * @param now - the same columns
 * @example
 * movedColumns({ a: 10, b: 0, c: null, d: 'x' }, { a: 11, b: 0.5, c: null, d: 'y' }) // => ['b', 'd']
 */
export const movedColumns = (before: CustomerValues, now: CustomerValues): readonly string[] =>
  Object.entries(now)
    .filter(([name, value]) => hasMoved(before[name] ?? null, value))
    .map(([name]) => name);

const hasMoved = (before: string | number | null, now: string | number | null): boolean =>
  typeof before === 'number' && typeof now === 'number'
    ? Math.abs(now - before) > smallestMove * Math.abs(before)
    : before !== now;
