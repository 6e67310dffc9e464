import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import type { SentimentScores } from './sentiment-scores.ts';

export const lexiconSentiment = (text: string): SentimentScores => {
  const scores = SentimentIntensityAnalyzer.polarity_scores(text);
  return { negative: scores.neg, neutral: scores.neu, positive: scores.pos, compound: scores.compound };
};
