import { roundAsPrinted } from './round-as-printed.ts';
import type { SentimentScores } from './sentiment-scores.ts';
import { vaderValences } from './vader-valences.ts';
import { type VaderWords, vaderWords } from './vader-words.ts';

/** Halves what stands before the first "but" and lends half as much again to what follows. */
const weighAroundBut = (valences: readonly number[], words: readonly string[]): readonly number[] => {
  const lowerCase = words.indexOf('but');
  const but = lowerCase === -1 ? words.indexOf('BUT') : lowerCase;
  if (but === -1) return valences;
  return valences.map((valence, i) => (i < but ? valence * 0.5 : i > but ? valence * 1.5 : valence));
};

/** What marks add to a feeling: each ! up to four, and ?? and more. */
const emphasisOf = ({ exclamationMarks, questionMarks }: VaderWords): number => {
  const exclaimed = Math.min(exclamationMarks, 4) * 0.292;
  if (questionMarks <= 1) return exclaimed;
  return exclaimed + (questionMarks <= 3 ? questionMarks * 0.18 : 0.96);
};

/** A sum of valences, of any size, as −1 to 1. */
const normalise = (sum: number): number => Math.max(-1, Math.min(1, sum / Math.sqrt(sum * sum + 15)));

/**
 * Sentiment of a text by the VADER lexicon and rules, for English as people write it online.
 *
 * Hutto & Gilbert 2014, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text". The
 * lexicon is that of npm `vader-sentiment` 1.1.3; its rules are written here anew, because the library needs
 * quadratic time, and some twenty times as long for an ordinary text. Equal to its `polarity_scores` in every digit,
 * which is why sums run in its order. O(n).
 *
 * @returns shares rounded to 3 decimals and a compound rounded to 4, as the library rounds; all 0 for no words
 * @example
 * lexiconSentiment('VADER is smart, handsome, and funny!') // => { negative: 0, neutral: 0.248, positive: 0.752, compound: 0.8439 }
 * lexiconSentiment('') // => { negative: 0, neutral: 0, positive: 0, compound: 0 }
 */
export const lexiconSentiment = (text: string): SentimentScores => {
  const cut = vaderWords(text);
  if (cut.words.length === 0) return { negative: 0, neutral: 0, positive: 0, compound: 0 };
  const emphasis = emphasisOf(cut);
  let sum = 0;
  let positive = 0;
  let negative = 0;
  let neutral = 0;
  for (const valence of weighAroundBut(vaderValences(cut), cut.words)) {
    sum += valence;
    // A word without feeling counts as 1, so one with it counts as 1 more than its valence.
    if (valence > 0) positive += valence + 1;
    else if (valence < 0) negative += 1 - valence;
    else neutral += 1;
  }
  const compound = normalise(sum + Math.sign(sum) * emphasis);
  if (positive > negative) positive += emphasis;
  else if (positive < negative) negative += emphasis;
  const total = positive + negative + neutral;
  return {
    negative: roundAsPrinted(negative / total, 3),
    neutral: roundAsPrinted(neutral / total, 3),
    positive: roundAsPrinted(positive / total, 3),
    compound: roundAsPrinted(compound, 4),
  };
};
