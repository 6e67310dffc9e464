import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../ml/features/journal.ts';
import { extractSentimentFeatures, textsInWindow } from '../../../ml/features/sentiment-features.ts';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';

const at = (text: string) => parseTimestamp(text)!;
const asOf = at('2024-03-30T12:00Z');
const window = { asOf, days: 30, timeZone: 'UTC' };

const scored = (
  when: string,
  scores: Partial<Record<'negative' | 'neutral' | 'positive' | 'compound', number>>,
) => ({
  at: at(when),
  text: 'words',
  scores: { negative: 0, neutral: 1, positive: 0, compound: 0, ...scores },
});

describe('extractSentimentFeatures', () => {
  it('sorts texts into mixed first, then positive, negative, neutral, with both limits included', () => {
    const features = extractSentimentFeatures(
      [
        scored('2024-03-20', { positive: 0.2, negative: 0.2, compound: 0.9 }),
        scored('2024-03-21', { positive: 0.9, negative: 0.199, compound: 0.05 }),
        scored('2024-03-22', { compound: -0.05 }),
        scored('2024-03-23', { compound: 0.0499 }),
        scored('2024-03-24', { compound: -0.0499 }),
      ],
      window,
    );
    expect(features).toMatchObject({
      mixed_sentiment_frequency: 1 / 5,
      positive_sentiment_frequency: 1 / 5,
      negative_sentiment_frequency: 1 / 5,
      neutral_sentiment_frequency: 2 / 5,
    });
  });

  it('takes trends of the daily mean negative score over 7 and 30 dates, whatever days is', () => {
    const texts = [
      scored('2024-03-02T10:00Z', { negative: 0.9 }),
      scored('2024-03-28T10:00Z', { negative: 0.1 }),
      scored('2024-03-28T11:00Z', { negative: 0.3 }),
      scored('2024-03-30T11:00Z', { negative: 0.6 }),
    ];
    const features = extractSentimentFeatures(texts, { ...window, days: 1 });
    // Dates 28 and 30 have means 0.2 and 0.6: slope 0.4 / 2. With date 2 at 0.9: x̄ = 20, dx = −18, 8, 10, so the
    // slope is (−18 · 0.9 + 8 · 0.2 + 10 · 0.6) / (324 + 64 + 100).
    expect(features.sentiment_trend_7day).toBeCloseTo(0.2, 12);
    expect(features.sentiment_trend_30day).toBeCloseTo(-8.6 / 488, 12);
    expect(features.avg_negative_score).toBe(0.6);
  });

  it('counts a text once for each list, crisis words whatever their stance', () => {
    const texts = [
      'hopeless, no hope, alone',
      'not suicidal, never want to die',
      'Suicide Squad',
      'fine',
    ].map((text, i) => ({ ...scored(`2024-03-2${i}`, { negative: 0.5 }), text }));
    expect(extractSentimentFeatures(texts, window)).toMatchObject({
      despair_keywords: 1,
      isolation_keywords: 1,
      crisis_keywords: 2,
      hopelessness_score: 0.6 * 0.5 + 0.4 * (1 / 5),
    });
  });

  it('stops counting despair at five texts', () => {
    const texts = Array.from({ length: 9 }, (_, i) => ({ ...scored(`2024-03-2${i}`, {}), text: 'hopeless' }));
    expect(extractSentimentFeatures(texts, window).hopelessness_score).toBeCloseTo(0.4, 12);
  });
});

describe('textsInWindow', () => {
  const journal: Journal = {
    timeZone: 'UTC',
    moods: [
      { at: at('2024-02-29T23:59Z'), mood: 5, notes: 'too old for 30' },
      { at: at('2024-03-01T00:00Z'), mood: 5, notes: 'first' },
      { at: at('2024-03-10T00:00Z'), mood: 5 },
      { at: at('2024-03-29T00:00Z'), mood: 5, notes: 'third' },
    ],
    chats: [
      { at: at('2024-03-05T00:00Z'), text: 'second' },
      { at: at('2024-03-06T00:00Z'), text: '' },
      { at: at('2024-03-30T12:00Z'), text: 'at asOf' },
      { at: at('2024-03-30T12:00:00.001Z'), text: 'too late' },
    ],
    selfies: [],
    sessions: [],
  };

  it('gives notes and messages that are not empty, in order of time, of 30 dates even where days is less', () => {
    const texts = textsInWindow(journal, { asOf, days: 7 }).map(({ text }) => text);
    expect(texts).toEqual(['first', 'second', 'third', 'at asOf']);
  });

  it('reaches further back where days is more', () => {
    expect(textsInWindow(journal, { asOf, days: 31 })[0]?.text).toBe('too old for 30');
  });
});
