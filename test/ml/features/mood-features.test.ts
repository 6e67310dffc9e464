import { describe, expect, it } from 'vitest';
import { extractMoodFeatures } from '../../../ml/features/mood-features.ts';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';

const at = (text: string) => parseTimestamp(text)!;
const journal = (timeZone: string, moods: readonly (readonly [when: string, mood: number])[]) => ({
  timeZone,
  moods: moods.map(([when, mood]) => ({ at: at(when), mood })),
  chats: [],
  selfies: [],
  sessions: [],
});

describe('extractMoodFeatures', () => {
  it('averages the entries of a date first, then the dates', () => {
    // d = 4 (of 2 and 6) and 8: mean 6, not 16/3; variance ((4−6)² + (8−6)²)/2 = 4; slope (8−4)/(2 days) = 2.
    const features = extractMoodFeatures(
      journal('UTC', [
        ['2024-03-04T08:00Z', 2],
        ['2024-03-04T20:00Z', 6],
        ['2024-03-06T09:00Z', 8],
      ]),
      at('2024-03-06T23:59Z'),
    );
    expect(features).toMatchObject({
      mood_mean_7day: 6,
      mood_variance_7day: 4,
      mood_std_7day: 2,
      mood_min_7day: 4,
      mood_max_7day: 8,
      mood_trend_7day: 2,
      mood_decline_rate: 0,
      mood_volatility: 4,
      missing_days_7day: 5,
      high_mood_frequency: 0.5,
      low_mood_frequency: 0,
    });
  });

  it('breaks a run of low days at a missing date', () => {
    const low = (...dates: number[]) =>
      extractMoodFeatures(
        journal(
          'UTC',
          dates.map((date) => [`2024-03-${String(date).padStart(2, '0')}T12:00Z`, 4] as const),
        ),
        at('2024-03-20'),
      ).consecutive_low_days;
    expect(low(1, 2, 3)).toBe(3);
    expect(low(1, 2, 4, 5, 6, 8)).toBe(3);
    expect(low(1, 3, 5)).toBe(1);
  });

  it('runs a streak over the leap day, and over a change of clocks', () => {
    const streak = (timeZone: string, dates: readonly string[]) =>
      extractMoodFeatures(
        journal(
          timeZone,
          dates.map((date) => [date, 9] as const),
        ),
        at(dates.at(-1)!),
      ).consecutive_high_days;
    expect(streak('UTC', ['2024-02-28T12:00Z', '2024-02-29T12:00Z', '2024-03-01T12:00Z'])).toBe(3);
    expect(streak('UTC', ['2023-02-27T12:00Z', '2023-02-28T12:00Z', '2023-03-01T12:00Z'])).toBe(3);
    expect(streak('UTC', ['2024-02-28T12:00Z', '2024-03-01T12:00Z'])).toBe(1);
    // 23:30 local on 30 and 31 March (23-hour day) and 1 April in Berlin.
    expect(streak('Europe/Berlin', ['2024-03-30T22:30Z', '2024-03-31T21:30Z', '2024-04-01T21:30Z'])).toBe(3);
  });

  it('counts dates in the zone of the person', () => {
    // 19:00 UTC on the 1st is 00:45 on the 2nd in Kathmandu; asOf is on the 8th in both.
    const moods = [['2024-03-01T19:00Z', 3]] as const;
    const asOf = at('2024-03-08T10:00Z');
    expect(extractMoodFeatures(journal('UTC', moods), asOf).missing_days_7day).toBe(7);
    expect(extractMoodFeatures(journal('Asia/Kathmandu', moods), asOf).missing_days_7day).toBe(6);
  });

  it('holds a window of exactly 7, 14 and 30 dates, asOf included to the millisecond', () => {
    const asOf = at('2024-03-31T10:00:00.000Z');
    const only = (when: string) => extractMoodFeatures(journal('UTC', [[when, 9]]), asOf);
    expect(only('2024-03-31T10:00:00.000Z').mood_mean_7day).toBe(9);
    expect(only('2024-03-31T10:00:00.001Z').mood_mean_7day).toBe(5);
    expect(only('2024-03-25T00:00Z').mood_mean_7day).toBe(9);
    expect(only('2024-03-24T23:59:59.999Z').mood_mean_7day).toBe(5);
    expect(only('2024-03-18T00:00Z').mood_mean_14day).toBe(9);
    expect(only('2024-03-17T23:59:59.999Z').mood_mean_14day).toBe(5);
    expect(only('2024-03-02T00:00Z').mood_mean_30day).toBe(9);
    expect(only('2024-03-01T23:59:59.999Z').mood_mean_30day).toBe(5);
  });

  it('says by how much weekends differ, and 0 where one side is empty', () => {
    // 2 and 3 March 2024 are a Saturday and a Sunday.
    const weekend = [
      ['2024-03-02T12:00Z', 8],
      ['2024-03-03T12:00Z', 6],
    ] as const;
    const asOf = at('2024-03-05T23:00Z');
    const both = journal('UTC', [...weekend, ['2024-03-04T12:00Z', 4]]);
    expect(extractMoodFeatures(both, asOf).weekend_mood_diff).toBe(3);
    expect(extractMoodFeatures(journal('UTC', weekend), asOf).weekend_mood_diff).toBe(0);
  });

  it('calls a falling trend a decline', () => {
    const features = extractMoodFeatures(
      journal('UTC', [
        ['2024-03-04T12:00Z', 7],
        ['2024-03-06T12:00Z', 4],
      ]),
      at('2024-03-06T23:00Z'),
    );
    expect(features.mood_trend_7day).toBe(-1.5);
    expect(features.mood_decline_rate).toBe(1.5);
  });
});
