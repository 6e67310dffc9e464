/** How many people a second one core turns into their 49 features, the journals already in memory. */
import { marshall } from '@aws-sdk/util-dynamodb';
import { makeJournalBuilder } from '../lambdas/shared/adapters/journal-builder.ts';
import { extractBehavioralFeatures } from '../ml/features/behavioral-features.ts';
import type { Journal } from '../ml/features/journal.ts';
import { extractMoodFeatures } from '../ml/features/mood-features.ts';
import { extractSentimentFeatures, textsInWindow } from '../ml/features/sentiment-features.ts';
import { generatePopulation } from '../ml/synthetic/population.ts';
import { lexiconSentiment } from '../ml/text/lexicon-sentiment.ts';
import { medianOf } from './median.ts';

const users = 500;
const rounds = 7;
const endDay = 20_000;
const asOf = (endDay - 6) * 86_400_000 - 1;

const journalOf = (items: Iterable<object>): Journal => {
  const builder = makeJournalBuilder();
  for (const item of items) builder.add(marshall(item));
  return builder.build().journal;
};

const mood = (journal: Journal) => extractMoodFeatures(journal, asOf);
const behaviour = (journal: Journal) => extractBehavioralFeatures(journal, { asOf, days: 30 });
const sentiment = (journal: Journal) => {
  const texts = textsInWindow(journal, { asOf, days: 30 });
  const scored = texts.map((text) => ({ ...text, scores: lexiconSentiment(text.text) }));
  return extractSentimentFeatures(scored, { asOf, days: 30, timeZone: journal.timeZone });
};

const usersPerSecond = (journals: readonly Journal[], extract: (journal: Journal) => unknown): number =>
  medianOf(
    Array.from({ length: rounds }, () => {
      const startedAt = performance.now();
      for (const journal of journals) extract(journal);
      return (journals.length / (performance.now() - startedAt)) * 1000;
    }),
  );

/** Prints a table of medians. */
export const benchFeatures = (): void => {
  const people = generatePopulation({ users, days: 180, seed: 1, endDay });
  const journals = [...people.map((person) => journalOf(person.items))];
  const all = (journal: Journal) => [mood(journal), behaviour(journal), sentiment(journal)];
  process.stdout.write(
    `Pure features, ${users} people × 180 days, one core, median of ${rounds}: users a second\n`,
  );
  for (const [name, extract] of Object.entries({ mood, behaviour, sentiment, 'all 49': all })) {
    process.stdout.write(
      `  ${name.padEnd(10)} ${Math.round(usersPerSecond(journals, extract)).toLocaleString('en').padStart(9)}\n`,
    );
  }
};
