import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayClock } from '../../../ml/time/day-clock.ts';
import { windowsEndingAt } from '../../../ml/wearable/cut-windows.ts';
import { differenceCounters } from '../../../ml/wearable/difference-counters.ts';
import { featureRows } from '../../../ml/wearable/feature-row.ts';
import { hasPace } from '../../../ml/wearable/has-pace.ts';
import type { HealthSample } from '../../../ml/wearable/health-sample.ts';
import { defaultModelSettings } from '../../../ml/wearable/model-settings.ts';
import { makeWindowsAt } from '../../../ml/wearable/windows-at.ts';

const settings = { ...defaultModelSettings, stepsPerWindow: 6 };
const clock = dayClock('Europe/Berlin');

/** A window from its own context and nothing else, step by step as training makes one. */
const alone = (series: readonly HealthSample[], index: number): Float32Array | undefined => {
  const context = series.slice(Math.max(0, index - settings.stepsPerWindow), index + 1);
  const samples = differenceCounters(context, settings.maxGapSeconds);
  return windowsEndingAt(featureRows(samples, settings, clock), settings).at(-1);
};

const reading = (most: number, lacking: number) =>
  fc.option(fc.integer({ min: 0, max: most }), { nil: undefined, freq: lacking });
/** Gaps of which some end a window, readings of which some lack, and totals of the day beside single amounts. */
const watch = fc
  .record({
    lacking: fc.constantFrom(2, 12, 1000),
    startMs: fc.constantFrom(Date.UTC(2026, 2, 28, 22, 59, 40), Date.UTC(2026, 9, 25, 0, 59, 30)),
    resets: fc.boolean(),
    counts: fc.record({ steps: fc.boolean(), calories: fc.boolean(), distance: fc.boolean() }),
  })
  .chain((kind) =>
    fc
      .array(
        fc.record({
          gapMs: fc.constantFrom(5000, 5000, 5000, 5000, 4000, 20_000, 60_000, 60_001),
          heartRate: reading(180, kind.lacking),
          steps: reading(9, kind.lacking),
          calories: reading(3, kind.lacking),
          distance: reading(40, kind.lacking),
        }),
        { minLength: 1, maxLength: 40 },
      )
      .map((rows): HealthSample[] => {
        let timestampMs = kind.startMs;
        const totals = { steps: 5000, calories: 900, distance: 4000 };
        return rows.map(({ gapMs, heartRate, ...amounts }, at) => {
          timestampMs += gapMs;
          if (kind.resets && at === 20) Object.assign(totals, { steps: 0, calories: 0, distance: 0 });
          const shown = (name: keyof typeof totals) => {
            const amount = amounts[name];
            if (amount === undefined || !kind.counts[name]) return amount;
            totals[name] += amount;
            return totals[name];
          };
          return {
            timestampMs,
            heartRate,
            steps: shown('steps'),
            calories: shown('calories'),
            distance: shown('distance'),
          };
        });
      }),
  );

describe('makeWindowsAt', () => {
  it('makes to the bit the window that a sample has on its own, whatever stands beside it', () => {
    const seen = { windows: 0, none: 0, counted: 0 };
    fc.assert(
      fc.property(watch, (series) => {
        const windowAt = makeWindowsAt(series, settings, clock);
        for (const index of series.keys()) {
          const own = alone(series, index);
          expect(windowAt(index)).toEqual(own);
          if (own === undefined) seen.none += 1;
          else seen.windows += 1;
          const context = series.slice(Math.max(0, index - 6), index + 1);
          if (own !== undefined && differenceCounters(context, 60) !== context) seen.counted += 1;
        }
      }),
      { numRuns: 400 },
    );
    // What was compared is not all of one kind.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });

  it('lets no reading from before the context into a window', () => {
    const series = Array.from({ length: 9 }, (_, at): HealthSample => {
      const amounts = { steps: 1, calories: 1, distance: 1 };
      // Two samples lack a heart rate, which is carried forward over them.
      return { timestampMs: at * 5000, heartRate: at === 2 || at === 3 ? undefined : 60 + at, ...amounts };
    });
    const windowAt = makeWindowsAt(series, settings, clock);
    expect([5, 6, 7].map((index) => windowAt(index)?.[0])).toEqual([60, 61, 61]);
    expect(windowAt(8)).toBeUndefined();
  });

  it('knows no feature that a watch does not send', () => {
    const series = Array.from({ length: 6 }, (_, at) => ({ timestampMs: at * 5000, heartRate: 60 }));
    const windowAt = makeWindowsAt(series, { ...settings, featureNames: ['heartRate', 'mood'] }, clock);
    expect(() => windowAt(5)).toThrow(/no feature mood/);
  });
});

describe('hasPace', () => {
  it('says what the median of the distances says', () => {
    const gap = fc.constantFrom(1000, 2499, 2500, 5000, 10_000, 10_001, 60_000);
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 12 }), fc.nat(3), (gaps, first) => {
        const series = [0, ...gaps].map((_, at) => ({
          timestampMs: gaps.slice(0, at).reduce((sum, one) => sum + one, 0),
        }));
        const last = series.length - 1;
        fc.pre(first <= last);
        const sorted = gaps.slice(first).toSorted((a, b) => a - b);
        const median = sorted[Math.floor(sorted.length / 2)];
        expect(hasPace(series, { first, last }, 5)).toBe(
          median !== undefined && median >= 2500 && median <= 10_000,
        );
      }),
    );
  });
});
