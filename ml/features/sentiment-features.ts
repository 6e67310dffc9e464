import { mean } from '../stats/mean.ts';
import { populationStandardDeviation } from '../stats/population-standard-deviation.ts';
import { crisisKeywordsIn } from '../text/crisis-keywords.ts';
import { despairPhrases } from '../text/despair-phrases.ts';
import { foldText } from '../text/fold-text.ts';
import { isolationPhrases } from '../text/isolation-phrases.ts';
import { phraseMatcher } from '../text/phrase-matcher.ts';
import type { SentimentScores } from '../text/sentiment-scores.ts';
import { wordsOf } from '../text/tokenize.ts';
import { zoneClock } from '../time/zone-clock.ts';
import { dailyMeans } from './daily-means.ts';
import { dailyTrend } from './daily-trend.ts';
import type { Journal } from './journal.ts';
import { journalTexts, type TimedText } from './journal-texts.ts';
import { type FeatureWindow, windowItems } from './window-items.ts';

/** The 14 sentiment features, in the order of a dataset's columns. */
export const sentimentFeatureNames = [
  'sentiment_trend_7day',
  'sentiment_trend_30day',
  'negative_sentiment_frequency',
  'positive_sentiment_frequency',
  'neutral_sentiment_frequency',
  'mixed_sentiment_frequency',
  'avg_negative_score',
  'avg_positive_score',
  'avg_neutral_score',
  'sentiment_volatility',
  'despair_keywords',
  'isolation_keywords',
  'hopelessness_score',
  'crisis_keywords',
] as const;

export type SentimentFeatures = Record<(typeof sentimentFeatureNames)[number], number>;

export type ScoredText = TimedText & { readonly scores: SentimentScores };

const longestTrendDays = 30;

/**
 * The texts that the sentiment features of a window need scored: those of the window, and of the 30 dates that the
 * longer trend looks at.
 *
 * @returns notes and messages that are not empty, at or before asOf, in ascending order of `at`
 * @throws {UnknownTimeZoneError} when the journal's time zone is unknown
 */
export const textsInWindow = (journal: Journal, window: FeatureWindow): readonly TimedText[] => {
  const days = Math.max(window.days, longestTrendDays);
  const clock = zoneClock(journal.timeZone);
  return journalTexts({
    moods: windowItems(journal.moods, { asOf: window.asOf, days }, clock),
    chats: windowItems(journal.chats, { asOf: window.asOf, days }, clock),
  });
};

type SentimentClass = 'positive' | 'negative' | 'neutral' | 'mixed';

const classOf = ({ positive, negative, compound }: SentimentScores): SentimentClass => {
  if (positive >= 0.2 && negative >= 0.2) return 'mixed';
  if (compound >= 0.05) return 'positive';
  return compound <= -0.05 ? 'negative' : 'neutral';
};

const hasDespair = phraseMatcher(despairPhrases);
const hasIsolation = phraseMatcher(isolationPhrases);

const meanOrZero = (values: readonly number[]) => (values.length === 0 ? 0 : mean(values));

/**
 * What someone's words have been like over the `days` local dates that end with asOf's own (trends: 7 and 30 dates).
 *
 * Frequencies are shares of texts, a text being mixed where positive and negative are both ≥ 0.2, else positive at
 * compound ≥ 0.05, negative at ≤ −0.05, else neutral; trends are of the daily mean negative score, per day; keyword
 * features count texts with a hit, crisis keywords whatever their stance. With no text all 0.
 *
 * @param scored - as `textsInWindow` gives them, with their scores
 * @throws {UnknownTimeZoneError} when the time zone is unknown
 */
export const extractSentimentFeatures = (
  scored: readonly ScoredText[],
  window: FeatureWindow & { readonly timeZone: string },
): SentimentFeatures => {
  const clock = zoneClock(window.timeZone);
  const trendOver = (days: number) =>
    dailyTrend(
      dailyMeans(
        windowItems(scored, { asOf: window.asOf, days }, clock).map(({ at, scores }) => ({
          day: clock.dayOf(at),
          value: scores.negative,
        })),
      ),
    );
  const texts = windowItems(scored, window, clock);
  const folded = texts.map(({ text }) => foldText(text));
  const words = folded.map(wordsOf);
  const classes = texts.map(({ scores }) => classOf(scores));
  const shareOf = (wanted: SentimentClass) => meanOrZero(classes.map((found) => (found === wanted ? 1 : 0)));
  const averageNegative = meanOrZero(texts.map(({ scores }) => scores.negative));
  const despairTexts = words.filter(hasDespair).length;

  return {
    sentiment_trend_7day: trendOver(7),
    sentiment_trend_30day: trendOver(longestTrendDays),
    negative_sentiment_frequency: shareOf('negative'),
    positive_sentiment_frequency: shareOf('positive'),
    neutral_sentiment_frequency: shareOf('neutral'),
    mixed_sentiment_frequency: shareOf('mixed'),
    avg_negative_score: averageNegative,
    avg_positive_score: meanOrZero(texts.map(({ scores }) => scores.positive)),
    avg_neutral_score: meanOrZero(texts.map(({ scores }) => scores.neutral)),
    sentiment_volatility:
      texts.length === 0 ? 0 : populationStandardDeviation(texts.map(({ scores }) => scores.compound)),
    despair_keywords: despairTexts,
    isolation_keywords: words.filter(hasIsolation).length,
    hopelessness_score: 0.6 * averageNegative + 0.4 * Math.min(despairTexts / 5, 1),
    crisis_keywords: folded.filter(({ text }) => crisisKeywordsIn(text).length > 0).length,
  };
};
