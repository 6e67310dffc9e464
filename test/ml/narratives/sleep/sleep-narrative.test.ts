import { describe, expect, it } from 'vitest';
import { SleepInsights } from '../../../../ml/narratives/sleep/sleep-insights.ts';
import { sleepNarrative } from '../../../../ml/narratives/sleep/sleep-narrative.ts';
import { msPerHour, sleep } from '../../../support/health-records.ts';

type Session = ReturnType<typeof sleep>;

const withStages = (
  session: Session,
  hours: readonly (readonly ['light' | 'deep' | 'rem' | 'awake', number])[],
) => {
  let at = session.startMs;
  const stages = hours.map(([stage, length]) => {
    const startMs = at;
    at += length * msPerHour;
    return { startMs, endMs: at, stage };
  });
  return { ...session, stages };
};

describe('sleepNarrative', () => {
  it('works out efficiency and stages by hand', () => {
    // In bed 8 h; asleep 4 + 2 + 1 = 7 h, 87.5 %; of those light 57.1, deep 28.6, REM 14.3 %.
    const night = withStages(sleep(0, -1, 7), [
      ['light', 4],
      ['deep', 2],
      ['awake', 1],
      ['rem', 1],
    ]);
    const { narrative, clinicalInsights } = sleepNarrative([night], 0);
    expect(SleepInsights.parse(clinicalInsights)).toMatchObject({
      mean_in_bed_minutes: 480,
      mean_asleep_minutes: 420,
      efficiency_percent: 87.5,
      mean_awake_minutes: 60,
      light_percent: 57.1,
      deep_percent: 28.6,
      rem_percent: 14.3,
    });
    // 23:00 UTC is midnight for someone an hour ahead.
    expect(narrative).toContain('Time in bed was 8 h 0 min, from 00:00 to 08:00.');
    expect(narrative).toContain('A week or more is needed');
  });

  it('takes one of two wearables that watched the same night, the one with stages first', () => {
    const staged = withStages(sleep(0, -1, 6), [['light', 7]]);
    const longer = { ...sleep(0, -2, 8), id: 'longer' };
    const { clinicalInsights } = sleepNarrative([longer, staged], 0);
    expect(clinicalInsights).toMatchObject({
      total_readings: 2,
      nights: 1,
      overlapping_sessions: 1,
      mean_in_bed_minutes: 420,
    });
  });

  it('counts no minute of overlapping stages twice, nor one outside of the session', () => {
    const session = sleep(0, 0, 8);
    const all = { startMs: session.startMs, endMs: session.endMs, stage: 'deep' as const };
    const outside = { startMs: session.endMs, endMs: session.endMs + msPerHour, stage: 'rem' as const };
    const { clinicalInsights } = sleepNarrative([{ ...session, stages: [all, all, outside] }], 0);
    expect(clinicalInsights).toMatchObject({
      mean_asleep_minutes: 480,
      efficiency_percent: 100,
      rem_percent: 0,
    });
  });

  it('tells naps from nights, bedtimes across midnight, and weekdays from weekends', () => {
    // Day 0 is a Saturday. Nights into Sat, Sun, Mon, Tue; local bedtimes 00:00, 00:00, 23:00 and 23:00.
    const nights = [sleep(0, -1, 8), sleep(1, -1, 8), sleep(2, -2, 5), sleep(3, -2, 5), sleep(3, 13, 14)];
    const { narrative, clinicalInsights } = sleepNarrative(nights, 0);
    expect(clinicalInsights).toMatchObject({
      nights: 4,
      naps: 1,
      weekend_nights: 2,
      weekday_nights: 2,
      weekend_mean_minutes: 540,
      weekday_mean_minutes: 420,
      // Bedtimes 0, 0, −60, −60: mean −30, √(4 × 900 / 3) = 34.6.
      bedtime_sd_minutes: 34.6,
      efficiency_percent: null,
    });
    expect(narrative).toContain('from 23:30 to');
    expect(narrative).toContain('2 h 0 min longer');
    expect(narrative).toContain('efficiency are not known');
    expect(narrative).not.toMatch(/NaN|null|undefined/);
  });
});
