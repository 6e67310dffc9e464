import { foldLetters } from './fold-letters.ts';
import { givenNames } from './given-names.ts';
import { remember } from './remember.ts';

let known: ReadonlySet<string> | undefined;

/**
 * Whether a word, or the first part of one with a hyphen, is a given name.
 *
 * @example
 * isGivenName('Łukasz') // => true
 * isGivenName('Glucose') // => false
 */
export const isGivenName = remember((word) => {
  // When first asked: a function that screens nothing starts without.
  known ??= new Set(givenNames.trim().split(/\s+/));
  return known.has(foldLetters(word.split('-')[0] ?? ''));
});
