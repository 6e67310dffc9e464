import { localTime } from '../local-time.ts';
import type { CountedPiece } from './merge-intervals.ts';

const msPerMinute = 60_000;
const minutesPerDay = 1440;

/**
 * What each local date has of the pieces; a piece over midnight is shared out by time.
 *
 * @param pieces - disjoint, in any order
 * @returns amount by day (calendar dates since 1970-01-01)
 * @example
 * dailyAmounts([{ startMs: 82_800_000, endMs: 90_000_000, offsetMinutes: 0, amount: 10 }]) // => new Map([[0, 5], [1, 5]])
 */
export const dailyAmounts = (pieces: readonly CountedPiece[]): ReadonlyMap<number, number> => {
  const amounts = new Map<number, number>();
  for (const { startMs, endMs, offsetMinutes, amount } of pieces) {
    let from = startMs;
    while (from < endMs) {
      const { day } = localTime(from, offsetMinutes);
      const midnightMs = ((day + 1) * minutesPerDay - (offsetMinutes ?? 0)) * msPerMinute;
      const to = Math.min(midnightMs, endMs);
      amounts.set(day, (amounts.get(day) ?? 0) + (amount * (to - from)) / (endMs - startMs));
      from = to;
    }
  }
  return amounts;
};
