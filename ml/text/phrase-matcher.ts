import { tokenize } from './tokenize.ts';

/** Whether a text, as its words, has any phrase of a list. */
export type PhraseMatcher = (words: readonly string[]) => boolean;

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
  const byFirstWord = new Map<string, (readonly string[])[]>();
  for (const phrase of new Set(phrases.flatMap((phrase) => [phrase, phrase.replaceAll("'", '')]))) {
    const words = tokenize(phrase);
    const first = words[0];
    if (first === undefined) continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
  }
  return (words) => {
    for (let at = 0; at < words.length; at++) {
      const candidates = byFirstWord.get(words[at]!);
      if (candidates?.some((phrase) => startsAt(words, at, phrase))) return true;
    }
    return false;
  };
};
