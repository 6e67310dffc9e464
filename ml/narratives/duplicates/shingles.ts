const word = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+/gu;
const wordsPerShingle = 3;

/**
 * The runs of three words in a text, in lower case; a number with its decimals is a word, so that two narratives of
 * one template with other figures differ.
 *
 * A text of one or two words is a single run. O(n).
 *
 * @example
 * shingles('Mean glucose was 142.3.') // => new Set(['mean glucose was', 'glucose was 142.3'])
 * shingles('7 h') // => new Set(['7 h'])
 */
export const shingles = (text: string): ReadonlySet<string> => {
  const words = text.toLowerCase().match(word) ?? [];
  if (words.length === 0) return new Set();
  const last = Math.max(1, words.length - wordsPerShingle + 1);
  return new Set(
    Array.from({ length: last }, (_, start) => words.slice(start, start + wordsPerShingle).join(' ')),
  );
};
