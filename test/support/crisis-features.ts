import { extractBehavioralFeatures } from '../../ml/features/behavioral-features.ts';
import type { Journal } from '../../ml/features/journal.ts';
import { extractMoodFeatures } from '../../ml/features/mood-features.ts';
import { extractSentimentFeatures, textsInWindow } from '../../ml/features/sentiment-features.ts';
import { lexiconSentiment } from '../../ml/text/lexicon-sentiment.ts';

/** All 49, as the three Lambdas would give them. */
export const crisisFeatures = (journal: Journal, asOf: number, days = 30): Record<string, number> => {
  const window = { asOf, days };
  const scored = textsInWindow(journal, window).map((text) => ({
    ...text,
    scores: lexiconSentiment(text.text),
  }));
  return {
    ...extractMoodFeatures(journal, asOf),
    ...extractBehavioralFeatures(journal, window),
    ...extractSentimentFeatures(scored, { ...window, timeZone: journal.timeZone }),
  };
};
