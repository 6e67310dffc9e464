import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HrvInsights } from '../../../../ml/narratives/hrv/hrv-insights.ts';
import { hrvNarrative } from '../../../../ml/narratives/hrv/hrv-narrative.ts';
import { nnVariability } from '../../../../ml/narratives/hrv/nn-variability.ts';
import { hrv } from '../../../support/health-records.ts';

const intervals = new URL('../../../../../shared/data/hrv/test_nn_intervals.txt', import.meta.url);
const noIntervals = 'needs ../shared/data/hrv, 1,000 intervals between heart beats';

describe('nnVariability', () => {
  it("agrees with Aura-healthcare's hrv-analysis to 1e-6", (context) => {
    if (!existsSync(intervals)) return context.skip(noIntervals);
    const nnMs = readFileSync(intervals, 'utf8').trim().split(/\s+/).map(Number);
    const { rmssdMs, sdnnMs } = nnVariability(nnMs);
    // Quoted in the README of ../shared/data.
    expect(Math.abs(rmssdMs - 19.519400785)).toBeLessThan(1e-6);
    expect(Math.abs(sdnnMs - 43.113074968)).toBeLessThan(1e-6);
  });

  it('is worked out by hand on four intervals', () => {
    // Differences 30, −40, 40: √((900 + 1600 + 1600) / 3) = 36.97. Mean 812.5, deviations −12.5, 17.5, −22.5, 17.5:
    // √((156.25 + 306.25 + 506.25 + 306.25) / 3) = √425 = 20.6155.
    const { rmssdMs, sdnnMs } = nnVariability([800, 830, 790, 830]);
    expect(rmssdMs).toBeCloseTo(36.9685, 4);
    expect(sdnnMs).toBeCloseTo(20.6155, 4);
  });
});

describe('hrvNarrative', () => {
  it('gives the course within a recording where there are few days', () => {
    const { narrative, clinicalInsights } = hrvNarrative(
      [10, 10, 10, 20, 20, 20, 40, 40, 40].map((rmssd, i) => hrv(i * 5, rmssd)),
      0,
    );
    expect(HrvInsights.parse(clinicalInsights)).toMatchObject({
      mean_rmssd_ms: 23.3,
      median_rmssd_ms: 20,
      first_third_mean_rmssd_ms: 10,
      last_third_mean_rmssd_ms: 40,
      trend_ms_per_day: null,
    });
    expect(narrative).toContain('Fewer than seven days do not make a baseline.');
  });

  it('gives the slope of daily means from seven days on', () => {
    const readings = [30, 31, 32, 33, 34, 35, 36].map((rmssd, day) => hrv(day * 1440, rmssd));
    const { narrative, clinicalInsights } = hrvNarrative(readings, 0);
    expect(clinicalInsights).toMatchObject({ trend_ms_per_day: 1, days: 7 });
    expect(narrative).toContain('rose by 1.00 ms a day');
    const flat = readings.map((reading) => ({ ...reading, rmssdMs: 30 }));
    expect(hrvNarrative(flat, 0).narrative).toContain('no trend');
  });

  it('says a single reading as it is', () => {
    expect(hrvNarrative([hrv(0, 42)], 0).narrative).toContain('It was 42 ms.');
  });
});
