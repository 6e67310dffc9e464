import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeCaloriesNarrative } from '../../../../ml/narratives/activity/active-calories-narrative.ts';
import {
  ActiveCaloriesInsights,
  StepsInsights,
} from '../../../../ml/narratives/activity/activity-insights.ts';
import { mergeIntervals } from '../../../../ml/narratives/activity/merge-intervals.ts';
import { stepsNarrative } from '../../../../ml/narratives/activity/steps-narrative.ts';
import { amount } from '../../../support/health-records.ts';

const totalOf = (intervals: Parameters<typeof mergeIntervals>[0]) =>
  mergeIntervals(intervals).reduce((sum, piece) => sum + piece.amount, 0);

describe('mergeIntervals', () => {
  it('counts a moment that two sources saw once, and shares out what is left by time', () => {
    // The watch covers 8–18 h. Of the phone's 17–20 h, 600 steps, two of three hours are open: 400 of them.
    expect(totalOf([amount('watch', [8, 18], 5000), amount('phone', [17, 20], 600)])).toBe(5400);
  });

  it("adds nothing for a source's own total over its own parts", () => {
    const parts = [amount('watch', [0, 24], 2400), { ...amount('watch', [10, 11], 800), id: 'part' }];
    expect(totalOf(parts)).toBe(2400);
  });

  it('fills the gaps of the first source from the next', () => {
    // 10 of 24 hours are the watch's; the phone has 140 steps an hour for the other 14... but covers more, so leads.
    expect(totalOf([amount('watch', [8, 18], 9000), amount('phone', [0, 24], 2400)])).toBe(2400);
    expect(
      totalOf([amount('watch', [0, 9], 900), amount('watch', [12, 24], 1200), amount('phone', [6, 15], 900)]),
    ).toBe(900 + 1200 + 300);
  });

  const anyIntervals = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(40), fc.integer({ min: 1, max: 20 }), fc.nat(1000))
      .map(([source, from, length, steps]) => amount(source, [from, from + length], steps)),
    { maxLength: 30 },
  );

  it('never overlaps, never adds up to more than was counted, and does not depend on the order', () => {
    fc.assert(
      fc.property(anyIntervals, (intervals) => {
        const pieces = mergeIntervals(intervals).toSorted((a, b) => a.startMs - b.startMs);
        for (const [i, piece] of pieces.entries()) {
          expect(piece.endMs).toBeGreaterThan(piece.startMs);
          if (i > 0) expect(piece.startMs).toBeGreaterThanOrEqual(pieces[i - 1]!.endMs);
        }
        const raw = intervals.reduce((sum, interval) => sum + interval.amount, 0);
        expect(totalOf(intervals)).toBeLessThanOrEqual(raw + 1e-6);
      }),
    );
  });

  it('covers what the sources cover, no more and no less', () => {
    fc.assert(
      fc.property(anyIntervals, (intervals) => {
        const hours = new Set(
          intervals.flatMap(({ startMs, endMs }) =>
            Array.from({ length: (endMs - startMs) / 3_600_000 }, (_, i) => startMs / 3_600_000 + i),
          ),
        );
        const length = mergeIntervals(intervals).reduce((sum, piece) => sum + piece.endMs - piece.startMs, 0);
        expect(length).toBe(hours.size * 3_600_000);
      }),
    );
  });
});

describe('stepsNarrative and activeCaloriesNarrative', () => {
  it('shares what crosses midnight between the days, and says what was not added', () => {
    const { narrative, clinicalInsights } = stepsNarrative(
      [amount('watch', [22, 26], 400), amount('phone', [23, 24], 80)],
      0,
    );
    expect(StepsInsights.parse(clinicalInsights)).toMatchObject({
      total_steps: 400,
      not_added_steps: 80,
      days: 2,
      least_daily_steps: 200,
      most_daily_steps: 200,
    });
    expect(narrative).toContain('400 steps in all');
    expect(narrative).toContain('(80 steps) is not added');
  });

  it('names the band of a whole week only', () => {
    const week = Array.from({ length: 7 }, (_, day) => amount('watch', [day * 24, day * 24 + 24], 8000));
    const { narrative, qualityScore } = stepsNarrative(week, 0);
    expect(narrative).toContain('7,500 to 9,999 a day');
    expect(qualityScore).toBe(1);
    expect(stepsNarrative(week.slice(1), 0).narrative).toContain('Fewer than seven whole days');
  });

  it('says when the day was not over', () => {
    const open = { ...amount('ring', [0, 17], 124), isUnfinished: true };
    const { narrative, clinicalInsights } = activeCaloriesNarrative([open], 0);
    expect(ActiveCaloriesInsights.parse(clinicalInsights)).toMatchObject({
      total_active_kcal: 124,
      unfinished_days: 1,
    });
    expect(narrative).toContain('The day was not over');
  });
});
