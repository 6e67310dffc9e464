import { describe, expect, it } from 'vitest';
import { extractBehavioralFeatures } from '../../../ml/features/behavioral-features.ts';
import type { Journal } from '../../../ml/features/journal.ts';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';

const at = (text: string) => parseTimestamp(text)!;
const nothing: Journal = { timeZone: 'UTC', moods: [], chats: [], selfies: [], sessions: [] };
const week = { asOf: at('2024-03-07T23:59:59Z'), days: 7 }; // Friday the 1st to Thursday the 7th

describe('extractBehavioralFeatures', () => {
  it('counts moods, chats and selfies as interactions, sessions not', () => {
    const features = extractBehavioralFeatures(
      {
        ...nothing,
        moods: [{ at: at('2024-03-01T10:00Z'), mood: 5 }],
        chats: [{ at: at('2024-03-02T10:00Z'), text: 'hi' }],
        selfies: [{ at: at('2024-03-02T11:00Z') }, { at: at('2024-03-03T11:00Z') }],
        sessions: [{ at: at('2024-03-04T11:00Z'), durationSeconds: 90 }],
      },
      week,
    );
    expect(features).toMatchObject({
      total_interactions: 4,
      mood_logs_count: 1,
      selfies_count: 2,
      daily_checkin_frequency: 4 / 7,
      selfie_frequency: 2 / 7,
      avg_session_duration: 90,
    });
  });

  it('groups interactions by pauses of at most 30 minutes where no session was recorded', () => {
    const moods = ['10:00:00', '10:30:00', '10:45:00', '11:15:01', '20:00:00'].map((time) => ({
      at: at(`2024-03-05T${time}Z`),
      mood: 5,
    }));
    // 10:00–10:45 spans 2700 s; 11:15:01 and 20:00 stand alone and span 0.
    expect(extractBehavioralFeatures({ ...nothing, moods }, week).avg_session_duration).toBe(2700 / 3);
  });

  it('takes the slope of daily counts over every date, empty ones as 0', () => {
    // Counts 0 0 0 0 0 0 1: Σ(x−3)(y−1/7) = 3, Σ(x−3)² = 28; std of them √(1/7 − 1/49).
    const features = extractBehavioralFeatures(
      { ...nothing, selfies: [{ at: at('2024-03-07T10:00Z') }] },
      week,
    );
    expect(features.engagement_trend).toBeCloseTo(3 / 28, 12);
    expect(features.usage_consistency).toBeCloseTo(Math.sqrt(1 / 7 - 1 / 49), 12);
  });

  it('takes the slope of hours between interactions on their number, 0 under three', () => {
    const selfies = (...times: string[]) => times.map((time) => ({ at: at(`2024-03-05T${time}Z`) }));
    const trend = (...times: string[]) =>
      extractBehavioralFeatures({ ...nothing, selfies: selfies(...times) }, week).response_time_trend;
    // Gaps of 1, 2 and 4 hours: slope 1.5.
    expect(trend('01:00', '02:00', '04:00', '08:00')).toBeCloseTo(1.5, 12);
    expect(trend('01:00', '08:00')).toBe(0);
  });

  it('weighs weekends by the numbers of weekend dates and weekdays that the window has', () => {
    // 2 weekend dates with 2 interactions, 5 weekdays with 1: 2/2 − 1/5.
    const features = extractBehavioralFeatures(
      {
        ...nothing,
        selfies: ['2024-03-02T10:00Z', '2024-03-03T10:00Z', '2024-03-04T10:00Z'].map((when) => ({
          at: at(when),
        })),
      },
      week,
    );
    expect(features.weekend_usage_change).toBeCloseTo(0.8, 12);
  });

  it('calls 23:00 to 04:59 on local clocks late', () => {
    const late = (timeZone: string, ...times: string[]) =>
      extractBehavioralFeatures(
        { ...nothing, timeZone, selfies: times.map((time) => ({ at: at(`2024-03-05T${time}Z`) })) },
        week,
      ).late_night_usage;
    expect(late('UTC', '04:59:59', '05:00:00', '22:59:59', '23:00:00')).toBe(2);
    // +05:45: 17:14 is 22:59, 17:15 is 23:00, 23:14 is 04:59, 23:15 is 05:00.
    expect(late('Asia/Kathmandu', '17:14', '17:15', '23:14', '23:15')).toBe(2);
  });

  it('measures texts in code points, words and texts with a hit; empty ones do not count', () => {
    const features = extractBehavioralFeatures(
      {
        ...nothing,
        moods: [
          { at: at('2024-03-04T10:00Z'), mood: 3, notes: '', tags: [] },
          { at: at('2024-03-04T11:00Z'), mood: 3, notes: 'so sad 😀', tags: ['walk'] },
        ],
        chats: [
          { at: at('2024-03-04T12:00Z'), text: 'I need help!' },
          { at: at('2024-03-04T13:00Z'), text: '' },
        ],
      },
      week,
    );
    expect(features.avg_message_length).toBe((8 + 12) / 2);
    expect(features.negative_word_frequency).toBe(1 / 5);
    expect(features.help_seeking_frequency).toBe(1 / 2);
    expect(features.activity_completion_rate).toBe(1 / 2);
  });
});
