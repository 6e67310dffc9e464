import type { Journal } from './journal.ts';

/** Something that a person wrote, and when. */
export interface TimedText {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Not empty. */
  readonly text: string;
}

/**
 * All that someone wrote, in ascending order of time: notes of moods and messages of chats, empty ones left out.
 *
 * @example
 * journalTexts({ moods: [{ at: 2, mood: 5, notes: 'ok' }, { at: 3, mood: 4 }], chats: [{ at: 1, text: 'hi' }] }) // => [{ at: 1, text: 'hi' }, { at: 2, text: 'ok' }]
 */
export const journalTexts = (journal: Pick<Journal, 'moods' | 'chats'>): readonly TimedText[] => {
  const texts: TimedText[] = [];
  for (const { at, notes } of journal.moods) if (notes) texts.push({ at, text: notes });
  for (const { at, text } of journal.chats) if (text.length > 0) texts.push({ at, text });
  return texts.sort((one, other) => one.at - other.at);
};
