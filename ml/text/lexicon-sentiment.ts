import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import type { SentimentScores } from './sentiment-scores.ts';
import { vaderWords } from './vader-words.ts';

const isKindOf = (words: readonly string[], at: number) =>
  words[at]!.toLowerCase() === 'kind' && words[at + 1]?.toLowerCase() === 'of';

/** Halves what stands before the first "but" and lends half as much again to what follows. */
const weighAroundBut = (valences: readonly number[], words: readonly string[]): readonly number[] => {
  const lowerCase = words.indexOf('but');
  const but = lowerCase === -1 ? words.indexOf('BUT') : lowerCase;
  if (but === -1) return valences;
  return valences.map((valence, i) => (i < but ? valence * 0.5 : i > but ? valence * 1.5 : valence));
};

/** All that the library reads in a text beside its words; it looks at each character twice. */
const emphasis = (text: string): string => (/[!?]/.test(text) ? text.replace(/[^!?]+/g, '') : '');

/**
 * Sentiment of a text by the VADER lexicon and rules, for English as people write it online.
 *
 * Hutto & Gilbert 2014, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text". The
 * lexicon, the rules and the scores are those of npm `vader-sentiment`, called piece by piece; cutting the text into
 * words and the rule about "but" are done here, because the library spends nine tenths of its time on the first and
 * needs quadratic time for the second. Equal to its `polarity_scores` in every digit. O(n).
 *
 * @returns shares rounded to 3 decimals and a compound rounded to 4, as the library rounds; all 0 for no words
 * @example
 * lexiconSentiment('VADER is smart, handsome, and funny!') // => { negative: 0, neutral: 0.248, positive: 0.752, compound: 0.8439 }
 * lexiconSentiment('') // => { negative: 0, neutral: 0, positive: 0, compound: 0 }
 */
export const lexiconSentiment = (text: string): SentimentScores => {
  const cut = vaderWords(text);
  const words = cut.words_and_emoticons;
  const valences: number[] = [];
  for (let i = 0; i < words.length; i++) {
    if (isKindOf(words, i)) valences.push(0);
    else SentimentIntensityAnalyzer.sentiment_valence(0, cut, words[i]!, i, valences);
  }
  const scores = SentimentIntensityAnalyzer.score_valence(weighAroundBut(valences, words), emphasis(text));
  return { negative: scores.neg, neutral: scores.neu, positive: scores.pos, compound: scores.compound };
};
