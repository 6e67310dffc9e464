import { leastSquaresSlope } from '../stats/least-squares-slope.ts';
import { mean } from '../stats/mean.ts';
import { populationStandardDeviation } from '../stats/population-standard-deviation.ts';
import { helpSeekingPhrases } from '../text/help-seeking-phrases.ts';
import { negativeWords } from '../text/negative-words.ts';
import { phraseMatcher } from '../text/phrase-matcher.ts';
import { tokenize } from '../text/tokenize.ts';
import { isWeekend } from '../time/is-weekend.ts';
import { type ZoneClock, zoneClock } from '../time/zone-clock.ts';
import { codePointCount } from './code-point-count.ts';
import type { AppSession, Journal } from './journal.ts';
import { journalTexts, type TimedText } from './journal-texts.ts';
import { type FeatureWindow, windowItems } from './window-items.ts';

/** The 15 behavioural features, in the order of a dataset's columns. */
export const behavioralFeatureNames = [
  'daily_checkin_frequency',
  'avg_session_duration',
  'engagement_trend',
  'response_time_trend',
  'activity_completion_rate',
  'selfie_frequency',
  'avg_message_length',
  'negative_word_frequency',
  'help_seeking_frequency',
  'late_night_usage',
  'weekend_usage_change',
  'usage_consistency',
  'total_interactions',
  'mood_logs_count',
  'selfies_count',
] as const;

export type BehavioralFeatures = Record<(typeof behavioralFeatureNames)[number], number>;

const msPerSecond = 1000;
const msPerHour = 3_600_000;
const longestPauseMs = 30 * 60_000;

const meanOrZero = (values: readonly number[]) => (values.length === 0 ? 0 : mean(values));

/** Seconds from first to last of each group of instants with no pause over 30 minutes; a lone one spans 0. */
const spansSeconds = (instants: readonly number[]): readonly number[] => {
  const spans: number[] = [];
  let start = Number.NaN;
  let previous = Number.NaN;
  for (const instant of instants) {
    if (!(instant - previous <= longestPauseMs)) {
      spans.push(0);
      start = instant;
    }
    spans[spans.length - 1] = (instant - start) / msPerSecond;
    previous = instant;
  }
  return spans;
};

const averageSessionSeconds = (sessions: readonly AppSession[], instants: readonly number[]): number =>
  sessions.length > 0
    ? mean(sessions.map((session) => session.durationSeconds))
    : meanOrZero(spansSeconds(instants));

/** Hours between successive interactions, their slope on their number; 0 under two such gaps. */
const gapTrend = (instants: readonly number[]): number => {
  if (instants.length < 3) return 0;
  const gaps = instants.slice(1).map((instant, i) => (instant - instants[i]!) / msPerHour);
  return leastSquaresSlope([...gaps.keys()], gaps);
};

const isLateNight = (hour: number) => hour >= 23 || hour < 5;

const hasHelpSeeking = phraseMatcher(helpSeekingPhrases);
const negative: ReadonlySet<string> = new Set(negativeWords);

const wordUse = (texts: readonly TimedText[]) => {
  let wordCount = 0;
  let negativeCount = 0;
  let helpSeekingTexts = 0;
  for (const { text } of texts) {
    const words = tokenize(text);
    wordCount += words.length;
    for (const word of words) if (negative.has(word)) negativeCount += 1;
    if (hasHelpSeeking(words)) helpSeekingTexts += 1;
  }
  return {
    averageLength: meanOrZero(texts.map(({ text }) => codePointCount(text))),
    negativeShare: wordCount === 0 ? 0 : negativeCount / wordCount,
    helpSeekingShare: texts.length === 0 ? 0 : helpSeekingTexts / texts.length,
  };
};

/** Interactions on each date of the window, the first date first; shape [window.days]. */
const countByDate = (instants: readonly number[], window: FeatureWindow, clock: ZoneClock) => {
  const firstDay = clock.dayOf(window.asOf) - window.days + 1;
  const counts = new Array<number>(window.days).fill(0);
  for (const instant of instants) counts[clock.dayOf(instant) - firstDay]! += 1;
  const days = counts.map((_, i) => firstDay + i);
  const onWeekends = counts.filter((_, i) => isWeekend(firstDay + i));
  const onWeekdays = counts.filter((_, i) => !isWeekend(firstDay + i));
  return {
    trend: counts.length < 2 ? 0 : leastSquaresSlope(days, counts),
    weekendChange:
      onWeekends.length === 0 || onWeekdays.length === 0 ? 0 : mean(onWeekends) - mean(onWeekdays),
    spread: populationStandardDeviation(counts),
  };
};

/**
 * How someone has used the app over the `days` local dates that end with asOf's own.
 *
 * Interactions are mood entries, selfies and chat messages at or before asOf. Dates without any count as 0 in the
 * daily counts; spreads are over n. With no data all 0.
 *
 * @throws {UnknownTimeZoneError} when the journal's time zone is unknown
 */
export const extractBehavioralFeatures = (journal: Journal, window: FeatureWindow): BehavioralFeatures => {
  const clock = zoneClock(journal.timeZone);
  const moods = windowItems(journal.moods, window, clock);
  const chats = windowItems(journal.chats, window, clock);
  const selfies = windowItems(journal.selfies, window, clock);
  const sessions = windowItems(journal.sessions, window, clock);
  const instants = [...moods, ...chats, ...selfies].map(({ at }) => at).sort((a, b) => a - b);
  const usage = countByDate(instants, window, clock);
  const words = wordUse(journalTexts({ moods, chats }));

  return {
    daily_checkin_frequency: instants.length / window.days,
    avg_session_duration: averageSessionSeconds(sessions, instants),
    engagement_trend: usage.trend,
    response_time_trend: gapTrend(instants),
    activity_completion_rate: meanOrZero(moods.map(({ tags }) => (tags && tags.length > 0 ? 1 : 0))),
    selfie_frequency: selfies.length / window.days,
    avg_message_length: words.averageLength,
    negative_word_frequency: words.negativeShare,
    help_seeking_frequency: words.helpSeekingShare,
    late_night_usage: instants.filter((instant) => isLateNight(clock.hourOf(instant))).length,
    weekend_usage_change: usage.weekendChange,
    usage_consistency: usage.spread,
    total_interactions: instants.length,
    mood_logs_count: moods.length,
    selfies_count: selfies.length,
  };
};
