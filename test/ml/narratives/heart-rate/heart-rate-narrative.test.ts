import { describe, expect, it } from 'vitest';
import { exerciseBouts } from '../../../../ml/narratives/heart-rate/exercise-bouts.ts';
import { HeartRateInsights } from '../../../../ml/narratives/heart-rate/heart-rate-insights.ts';
import { heartRateNarrative } from '../../../../ml/narratives/heart-rate/heart-rate-narrative.ts';
import { restingRate } from '../../../../ml/narratives/heart-rate/resting-rate.ts';
import { heartRate } from '../../../support/health-records.ts';

const steady = (minutes: number, bpm: number) => Array.from({ length: minutes }, () => bpm);

describe('restingRate', () => {
  it('is the mean of the lowest tenth of five-minute means', () => {
    // 40 stretches of 5 minutes, the i-th at 60 + i: the lowest four are 60, 61, 62, 63.
    const minutes = Array.from({ length: 200 }, (_, minute) => ({
      minute,
      bpm: 60 + Math.floor(minute / 5),
      offsetMinutes: 0,
    }));
    expect(restingRate(minutes)).toBe(61.5);
  });
});

describe('exerciseBouts', () => {
  const minutes = (bpm: readonly number[]) =>
    bpm.map((rate, minute) => ({ minute, bpm: rate, offsetMinutes: 0 }));

  it('takes ten minutes at 40 over rest, and reads recovery two minutes after effort', () => {
    // Rest 60, limit 100. Peak 160, effort ends at the last minute of 144 or more (minute 10), then 130 and 115.
    const run = [70, ...steady(9, 140), 160, 130, 115, 90];
    expect(exerciseBouts(minutes(run), 60)).toEqual([
      {
        firstMinute: 1,
        lastMinute: 12,
        meanBpm: (9 * 140 + 160 + 130 + 115) / 12,
        peakBpm: 160,
        recoveryBpm: 45,
      },
    ]);
  });

  it('takes no shorter stretch, and none without a resting rate', () => {
    expect(exerciseBouts(minutes([70, ...steady(9, 140), 70]), 60)).toEqual([]);
    expect(exerciseBouts(minutes(steady(30, 140)), null)).toEqual([]);
  });

  it('bridges pauses of three minutes, and says nothing of a recovery that was not recorded', () => {
    const intervals = [...steady(6, 140), 90, 90, ...steady(6, 140)];
    expect(exerciseBouts(minutes(intervals), 60)).toMatchObject([
      { firstMinute: 0, lastMinute: 13, recoveryBpm: null },
    ]);
  });
});

describe('heartRateNarrative', () => {
  const day = heartRate(0, [
    ...steady(300, 60),
    ...steady(60, 75),
    ...steady(20, 140),
    100,
    85,
    ...steady(98, 70),
  ]);

  it('tells rest, exercise, recovery and fast minutes apart', () => {
    const { narrative, clinicalInsights } = heartRateNarrative([day], 0);
    // 300 × 60 + 60 × 75 + 20 × 140 + 100 + 85 + 98 × 70 = 32,345 over 480 minutes.
    expect(HeartRateInsights.parse(clinicalInsights)).toMatchObject({
      mean_bpm: 67.4,
      resting_bpm: 60,
      exercise_bouts: 1,
      exercise_minutes: 21,
      recovery_2_min_bpm: 55,
      tachycardia_outside_exercise_minutes: 0,
    });
    expect(narrative).toContain('what the wearer did is not on record');
    expect(narrative).toContain('fallen by 55 bpm');
    expect(narrative).not.toMatch(/NaN|null|undefined/);
  });

  it('weighs sources by minutes, not by how often they sample', () => {
    const samples = Array.from({ length: 60 }, (_, second) => ({
      atMs: day.startMs + second * 1000,
      bpm: 100,
    }));
    const busy = heartRate(0, [], { id: 'busy', source: 'busy', samples });
    const spare = heartRate(1, [60], { id: 'spare', source: 'spare' });
    expect(heartRateNarrative([busy, spare], 0).clinicalInsights).toMatchObject({
      mean_bpm: 80,
      total_samples: 61,
      covered_minutes: 2,
      resting_bpm: null,
      exercise_bouts: null,
    });
  });

  it('weighs sources of the same minute alike, and tells no more than a tenth of a beat', () => {
    const samples = Array.from({ length: 60 }, (_, second) => ({
      atMs: day.startMs + second * 1000,
      bpm: 100,
    }));
    const busy = heartRate(0, [], { id: 'busy', source: 'busy', samples });
    const spare = heartRate(0, [60.123456], { id: 'spare', source: 'spare' });
    const { narrative, clinicalInsights } = heartRateNarrative([busy, spare], 0);
    // (100 + 60.12) / 2, and not (60 × 100 + 60.12) / 61 = 99.3.
    expect(clinicalInsights).toMatchObject({ mean_bpm: 80.1, min_bpm: 60.1, max_bpm: 100 });
    expect(narrative).toContain('ranged from 60.1 to 100 bpm');
  });

  it('tells slow minutes at night from those by day', () => {
    // The wearer is an hour ahead: UTC minute 0 is 01:00, minute 600 is 11:00.
    const { clinicalInsights } = heartRateNarrative(
      [heartRate(0, steady(5, 45)), heartRate(600, steady(3, 45)), heartRate(700, steady(2, 110))],
      0,
    );
    expect(clinicalInsights).toMatchObject({
      bradycardia_night_minutes: 5,
      bradycardia_day_minutes: 3,
      tachycardia_outside_exercise_minutes: 2,
    });
  });
});
