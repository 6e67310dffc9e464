import { describe, expect, test } from 'vitest';
import { cutoffsFor } from '../../../ml/datasets/cutoffs.ts';
import type { Journal } from '../../../ml/features/journal.ts';

const journal = (firstMood: string | undefined, timeZone = 'UTC'): Journal => ({
  timeZone,
  moods: firstMood === undefined ? [] : [{ at: Date.parse(firstMood), mood: 5 }],
  chats: [],
  selfies: [],
  sessions: [],
});
const isoOf = (cutoffs: readonly number[]) => cutoffs.map((cutoff) => new Date(cutoff).toISOString());

describe('cutoffsFor', () => {
  test('steps back from asOf by the stride, latest first, as often as asked', () => {
    const cutoffs = cutoffsFor(journal('2025-01-01T08:00:00Z'), {
      asOf: Date.parse('2025-06-30T23:59:59.999Z'),
      cutoffsPerUser: 3,
      cutoffStrideDays: 7,
    });
    expect(isoOf(cutoffs)).toEqual([
      '2025-06-30T23:59:59.999Z',
      '2025-06-23T23:59:59.999Z',
      '2025-06-16T23:59:59.999Z',
    ]);
  });

  test('stops where less than 30 dates of history would lie before', () => {
    const asOf = Date.parse('2025-03-10T23:00:00Z');
    const options = { asOf, cutoffsPerUser: 5, cutoffStrideDays: 1 };
    // 7 February + 30 dates = 9 March: the second cut-off is the last.
    expect(isoOf(cutoffsFor(journal('2025-02-07T22:00:00Z'), options))).toEqual([
      '2025-03-10T23:00:00.000Z',
      '2025-03-09T23:00:00.000Z',
    ]);
  });

  test('keeps the local time across a change of the clocks', () => {
    // Berlin went to summer time on 30 March 2025: 20:00 there is 18:00 UTC after and 19:00 UTC before.
    const cutoffs = cutoffsFor(journal('2025-01-01T08:00:00Z', 'Europe/Berlin'), {
      asOf: Date.parse('2025-04-05T18:00:00Z'),
      cutoffsPerUser: 2,
      cutoffStrideDays: 7,
    });
    expect(isoOf(cutoffs)).toEqual(['2025-04-05T18:00:00.000Z', '2025-03-29T19:00:00.000Z']);
  });

  test('a local time that a clock change skips does not shift the cut-offs before it', () => {
    // 02:30 does not exist in Berlin on 30 March 2025; the cut-off there becomes 03:30 (01:30 UTC), while the one
    // a week earlier is 02:30 again (01:30 UTC in winter).
    const cutoffs = cutoffsFor(journal('2025-01-01T08:00:00Z', 'Europe/Berlin'), {
      asOf: Date.parse('2025-04-06T00:30:00Z'),
      cutoffsPerUser: 3,
      cutoffStrideDays: 7,
    });
    expect(isoOf(cutoffs)).toEqual([
      '2025-04-06T00:30:00.000Z',
      '2025-03-30T01:30:00.000Z',
      '2025-03-23T01:30:00.000Z',
    ]);
  });

  test('gives asOf itself even to a short or empty journal, for eligibility to judge', () => {
    const options = { asOf: Date.parse('2025-03-10T23:00:00Z'), cutoffsPerUser: 5, cutoffStrideDays: 1 };
    expect(cutoffsFor(journal('2025-03-01T08:00:00Z'), options)).toEqual([options.asOf]);
    expect(cutoffsFor(journal(undefined), options)).toEqual([options.asOf]);
  });
});
