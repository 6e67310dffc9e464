import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceCounters, isCumulative } from '../../../ml/wearable/difference-counters.ts';
import type { HealthSample } from '../../../ml/wearable/health-sample.ts';

const series = (steps: readonly (number | undefined)[], everyMs = 5000): HealthSample[] =>
  steps.map((value, index) => ({ timestampMs: index * everyMs, heartRate: 70, steps: value }));
const stepsOf = (samples: readonly HealthSample[]) => samples.map(({ steps }) => steps);

const walk = [0, 8, 9, 8, 0, 0, 9, 8, 9, 8, 9, 0, 4, 8];
const totalsOf = (amounts: readonly number[], start = 0) => {
  let total = start;
  return amounts.map((amount) => {
    total += amount;
    return total;
  });
};

describe('differenceCounters', () => {
  it('turns a counter of the day into amounts, the first unknown', () => {
    expect(stepsOf(differenceCounters(series(totalsOf(walk, 4000)), 60))).toEqual([
      undefined,
      ...walk.slice(1),
    ]);
  });

  it('counts on from 0 after a reset', () => {
    const totals = [...totalsOf(walk, 9000), ...totalsOf(walk)];
    expect(stepsOf(differenceCounters(series(totals), 60))).toEqual([undefined, ...walk.slice(1), ...walk]);
  });

  it('leaves amounts per interval alone', () => {
    const samples = series(walk);
    expect(differenceCounters(samples, 60)).toBe(samples);
  });

  it('knows a total that stands still by what no person can do in 5 s', () => {
    expect(stepsOf(differenceCounters(series([5231, 5231, 5231, 5239]), 60))).toEqual([undefined, 0, 0, 8]);
  });

  it('gives the steps of a silence to no single interval', () => {
    const samples = series(totalsOf(walk, 4000)).map((sample, index) => ({
      ...sample,
      timestampMs: sample.timestampMs + (index >= 7 ? 3_600_000 : 0),
    }));
    expect(stepsOf(differenceCounters(samples, 60))[7]).toBeUndefined();
    expect(stepsOf(differenceCounters(samples, 60))[8]).toBe(walk[8]);
  });

  it('steps over samples that lack the counter', () => {
    const totals: (number | undefined)[] = totalsOf(walk, 4000);
    totals[3] = undefined;
    const amounts = stepsOf(differenceCounters(series(totals), 60));
    expect(amounts[3]).toBeUndefined();
    expect(amounts[4]).toBe(walk[3]! + walk[4]!);
  });

  it('never makes a negative amount, whatever the counter does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 }), (totals) => {
        for (const amount of stepsOf(differenceCounters(series(totals), 60))) {
          if (amount !== undefined) expect(amount).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('adds up to the counter, resets apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 12, maxLength: 60 }), (amounts) => {
        const samples = series(totalsOf(amounts, 100));
        expect(isCumulative(samples, 'steps')).toBe(true);
        expect(stepsOf(differenceCounters(samples, 60)).slice(1)).toEqual(amounts.slice(1));
      }),
    );
  });
});
