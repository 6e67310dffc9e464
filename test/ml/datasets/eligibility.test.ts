import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEligible } from '../../../ml/datasets/eligibility.ts';
import type { Journal } from '../../../ml/features/journal.ts';

const dayMs = 86_400_000;
const at = (iso: string) => Date.parse(iso);
const journal = (times: readonly number[], timeZone = 'UTC'): Journal => ({
  timeZone,
  moods: [...times].sort((a, b) => a - b).map((time) => ({ at: time, mood: 5 })),
  chats: [],
  selfies: [],
  sessions: [],
});
/** Entries at noon UTC on the given dates after 1 March 2025. */
const onDays = (...days: number[]) => days.map((day) => at('2025-03-01T12:00:00Z') + day * dayMs);
const late = at('2026-01-01T00:00:00Z');

describe('isEligible', () => {
  test('wants first and last mood at least minDays dates apart', () => {
    expect(isEligible(journal(onDays(0, 2, 4, 6, 8)), late, 8)).toBe(true);
    expect(isEligible(journal(onDays(0, 2, 4, 6, 7)), late, 8)).toBe(false);
  });

  test('wants an entry on at least half as many dates, several on one counting once', () => {
    expect(isEligible(journal(onDays(0, 1, 2, 9)), late, 8)).toBe(true);
    expect(isEligible(journal(onDays(0, 1, 9)), late, 8)).toBe(false);
    expect(
      isEligible(journal([...onDays(0, 1, 9), ...onDays(0, 1, 9).map((time) => time + 1)]), late, 8),
    ).toBe(false);
    expect(isEligible(journal(onDays(0, 1, 2, 9)), late, 9)).toBe(false); // 4 dates < 4.5
  });

  test('counts local dates: the same instants span a date more in another zone', () => {
    // 23:30 on 1 March to 00:30 on 9 March in Berlin is 22:30 on 1 March to 23:30 on 8 March UTC: 8 and 7 dates.
    const times = [at('2025-03-01T22:30:00Z'), ...onDays(2, 3, 4, 5), at('2025-03-08T23:30:00Z')];
    expect(isEligible(journal(times, 'UTC'), late, 8)).toBe(false);
    expect(isEligible(journal(times, 'Europe/Berlin'), late, 8)).toBe(true);
  });

  test('ignores what comes after the cut-off', () => {
    const times = fc.array(fc.integer({ min: 0, max: 100 * 24 }), { maxLength: 80 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 100 * 24 }), (hours, cutoffHour) => {
        const start = at('2025-01-01T00:00:00Z');
        const instants = hours.map((hour) => start + hour * 3_600_000);
        const cutoff = start + cutoffHour * 3_600_000;
        const before = instants.filter((time) => time <= cutoff);
        expect(isEligible(journal(instants), cutoff, 14)).toBe(isEligible(journal(before), cutoff, 14));
      }),
    );
  });

  test('nobody without a mood is eligible', () => {
    expect(isEligible(journal([]), late, 7)).toBe(false);
  });
});
