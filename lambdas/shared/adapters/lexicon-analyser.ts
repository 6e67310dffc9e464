import { lexiconSentiment } from '../../../ml/text/lexicon-sentiment.ts';
import type { SentimentAnalyser } from '../ports/sentiment-analyser.ts';

/** Scores inside the function: nothing leaves it, nothing is paid. */
export const lexiconAnalyser: SentimentAnalyser = { score: async (texts) => texts.map(lexiconSentiment) };
