import { type FoldedText, foldText } from './fold-text.ts';

const words = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
const asciiWords = /[a-z0-9]+(?:'[a-z0-9]+)*/g;

/**
 * The words of a folded text.
 *
 * @example
 * wordsOf({ text: "can't sleep" }) // => ["can't", 'sleep']
 */
export const wordsOf = (folded: FoldedText): readonly string[] =>
  folded.text.match(folded.origins === undefined ? asciiWords : words) ?? [];

/**
 * The words of a text, folded: runs of letters and digits, with apostrophes inside them. Hyphens, underscores and
 * everything else part words.
 *
 * O(n).
 *
 * @example
 * tokenize("I can't  sleep – 3 nights, worn-out…") // => ['i', "can't", 'sleep', '3', 'nights', 'worn', 'out']
 * tokenize('…') // => []
 */
export const tokenize = (text: string): readonly string[] => wordsOf(foldText(text));
