import { tokenize } from './tokenize.ts';

/** Whether a text, as its words, has any phrase of a list. */
export type PhraseMatcher = (words: readonly string[]) => boolean;

interface Phrase {
  readonly words: readonly string[];
  /** Index of its longest word, by which it is looked up: of all its words the one that other texts have least. */
  readonly anchor: number;
}

const phraseOf = (text: string): Phrase => {
  const words = tokenize(text);
  const lengths = words.map((word) => word.length);
  return { words, anchor: lengths.indexOf(Math.max(...lengths)) };
};

const startsAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean => {
  for (let i = 0; i < phrase.length; i++) {
    if (words[at + i] !== phrase[i]) return false;
  }
  return true;
};

/**
 * Looks for phrases word by word: whole words only, next to each other, folded as `tokenize` folds. An apostrophe
 * of a phrase may be missing in the text ("can't", "cant"), as people write.
 *
 * O(words) for each text.
 *
 * @param phrases - one or more words each
 * @example
 * phraseMatcher(["can't go on", 'hopeless'])(['i', 'cant', 'go', 'on']) // => true
 * phraseMatcher(['alone'])(['leave', 'me', 'along']) // => false
 */
export const phraseMatcher = (phrases: readonly string[]): PhraseMatcher => {
  const spellings = new Set(phrases.flatMap((phrase) => [phrase, phrase.replaceAll("'", '')]));
  const byAnchor = Map.groupBy([...spellings].map(phraseOf), ({ words, anchor }) => words[anchor]);
  return (words) => {
    for (let at = 0; at < words.length; at++) {
      const candidates = byAnchor.get(words[at]!);
      if (candidates === undefined) continue;
      for (const phrase of candidates) if (startsAt(words, at - phrase.anchor, phrase.words)) return true;
    }
    return false;
  };
};
