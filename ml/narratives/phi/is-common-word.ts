import { factsOf, wordFact } from './word-facts.ts';

/**
 * Whether a word is one of everyday English or of medicine, and so no name by itself.
 *
 * @param word - in lower case
 * @example
 * isCommonWord('snores') // => true
 * isCommonWord('nephrologist') // => true
 * isCommonWord('okonkwo') // => false
 */
export const isCommonWord = (word: string): boolean => (factsOf(word) & wordFact.common) !== 0;
