import { factsOf, wordFact } from './word-facts.ts';

/**
 * Whether a word, or the first part of one with a hyphen, is a given name.
 *
 * @example
 * isGivenName('Łukasz') // => true
 * isGivenName('Glucose') // => false
 */
export const isGivenName = (word: string): boolean => (factsOf(word.toLowerCase()) & wordFact.given) !== 0;
