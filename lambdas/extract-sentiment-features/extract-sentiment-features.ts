import type { Journal } from '../../ml/features/journal.ts';
import { extractSentimentFeatures, textsInWindow } from '../../ml/features/sentiment-features.ts';
import type { SentimentScores } from '../../ml/text/sentiment-scores.ts';
import { makeExtractFeatures } from '../shared/extraction/make-extract-features.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { JournalReader } from '../shared/ports/journal-reader.ts';
import type { SentimentAnalyser } from '../shared/ports/sentiment-analyser.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';

/**
 * The 14 sentiment features of one user or a batch.
 *
 * Each text of a person is scored once, however many cut-offs look at it: scoring is the slow part, and with a
 * paid analyser the dear one.
 */
export const makeExtractSentimentFeatures = (deps: {
  journals: JournalReader;
  clock: Clock;
  telemetry: Telemetry;
  sentiment: SentimentAnalyser;
}) => {
  const scoresOfJournal = new WeakMap<Journal, Map<string, SentimentScores>>();
  return makeExtractFeatures({
    ...deps,
    part: 'moods-and-texts',
    extract: async (journal, window) => {
      const known = scoresOfJournal.get(journal) ?? new Map<string, SentimentScores>();
      scoresOfJournal.set(journal, known);
      const texts = textsInWindow(journal, window);
      await scoreUnknown(texts, { known, sentiment: deps.sentiment });
      const scored = texts.map((text) => ({ ...text, scores: known.get(text.text) as SentimentScores }));
      return extractSentimentFeatures(scored, { ...window, timeZone: journal.timeZone });
    },
  });
};

const scoreUnknown = async (
  texts: readonly { readonly text: string }[],
  { known, sentiment }: { known: Map<string, SentimentScores>; sentiment: SentimentAnalyser },
): Promise<void> => {
  const unknown = [...new Set(texts.map(({ text }) => text))].filter((text) => !known.has(text));
  const scores = await sentiment.score(unknown);
  for (const [index, text] of unknown.entries()) known.set(text, scores[index] as SentimentScores);
};
