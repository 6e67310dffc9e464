import { isGivenName } from './is-given-name.ts';
import { notNames } from './not-names.ts';
import { kindAt, unitKind } from './unit-kinds.ts';
import { factsOf, wordFact } from './word-facts.ts';

/**
 * Which words without a capital count: none, names that are known, any that are no words of English or medicine, or
 * any at all at the beginning.
 */
export type LowerCase = 'none' | 'known' | 'unusual' | 'sure';

export interface NameOptions {
  /** People type as they like after "my name is". @default 'none' */
  readonly lowerCase?: LowerCase;
  /** Whether a comma may part family and given name, as in forms. */
  readonly isCommaTaken?: boolean;
  /** Whether a title stands before it, so that "Will" and "May" are names. */
  readonly isTitled?: boolean;
  /** Whether nothing leads to it, so that words of English end it: "Clarke Error Grid". */
  readonly isBare?: boolean;
  /** Whether a word of English cannot begin it, even with a capital: "Reviewed by Pharmacy". */
  readonly isUnusual?: boolean;
}

export interface NamePlace {
  /** What is known of the word, in lower case: `factsOf`. */
  readonly facts: number;
  /** Words of the name that were read already. */
  readonly count: number;
  /** Which words without a capital count here. @default that of the options */
  readonly lowerCase?: LowerCase;
  /** The next word, if it has a capital; empty where it has none. */
  readonly ahead: () => string;
}

const caselessWord = /^[\p{Lo}\p{M}'-]+$/u;

/**
 * Whether a word has letters of scripts without capitals only, where a cue alone has to do.
 *
 * @example
 * isCaseless('李娜') // => true
 * isCaseless('Ana') // => false
 */
export const isCaseless = (word: string): boolean =>
  (kindAt(word, 0) & (unitKind.capital | unitKind.small)) === 0 && caselessWord.test(word);

/**
 * Whether a text begins with a capital.
 *
 * @example
 * hasCapital('Ana') // => true
 */
export const hasCapital = (text: string): boolean => {
  const first = kindAt(text, 0);
  return (first & unitKind.half) === 0 ? (first & unitKind.capital) !== 0 : /^\p{Lu}/u.test(text);
};

const allCapitals = /^\p{Lu}[\p{Lu}'-]+$/u;
/** al-Rashid, d'Angelo. */
const withParticle = /^(?:al|el|an|as|ar|ash|at|ad|az|d|l|o|ibn|bin|n|m|te)['-]\p{Lu}/u;

const isAllCapitals = (word: string) =>
  (kindAt(word, 1) & unitKind.small) === 0 && allCapitals.test(word) && word.length > 1;

/** Whether a name follows, which makes one of a word of English before it: "Patient Will Adeyemi". */
const isLed = ({ ahead }: NamePlace): boolean => {
  const following = ahead();
  if (following === '') return false;
  const facts = factsOf(following.toLowerCase());
  return (
    (facts & wordFact.noName) === 0 && ((facts & wordFact.given) !== 0 || (facts & wordFact.common) === 0)
  );
};

const isCapitalName = (candidate: string, options: NameOptions, place: NamePlace): boolean => {
  const { count, facts: own } = place;
  const isOwner = candidate.endsWith("'s") || candidate.endsWith("'S");
  const facts = isOwner ? factsOf(candidate.slice(0, -2).toLowerCase()) : own;
  const isClinical = (facts & wordFact.clinical) !== 0;
  const isTitled = options.isTitled === true;
  const isShouted = isAllCapitals(candidate);
  if (isClinical) {
    if (isShouted && candidate.length < 5 && options.isUnusual === true) return false;
    if (!isTitled && count === 0 && (isShouted || !isLed(place))) return false;
  }
  if ((facts & wordFact.wordName) !== 0 && (isTitled || count > 0 || isLed(place))) return true;
  if ((facts & wordFact.noName) !== 0) return false;
  if (count === 0 && (facts & wordFact.foreign) !== 0 && !isLed(place)) return false;
  if (count === 0 && options.isUnusual !== true && !isShouted) return true;
  if ((own & wordFact.given) !== 0 || (facts & wordFact.common) === 0) return true;
  if (isShouted || isClinical) return false;
  // "Leopold Stern": behind a name a capital is enough, but not where all is in capitals.
  if (count > 0) return options.isBare !== true && (facts & wordFact.foreign) === 0;
  // "Hone Tipene", "Patient Will Adeyemi".
  return isLed(place);
};

const isLowerCaseName = (candidate: string, lowerCase: LowerCase, { count, ahead }: NamePlace): boolean => {
  if (lowerCase === 'none' || count > 2 || candidate.length < 2) return false;
  if (count === 0 && ahead() !== '') return false;
  const facts = factsOf(candidate.endsWith("'s") ? candidate.slice(0, -2) : candidate);
  if ((facts & wordFact.noName) !== 0) return false;
  if (count === 0 && lowerCase === 'sure') return true;
  if ((facts & wordFact.common) !== 0) return false;
  return count > 0 || lowerCase !== 'known' || isGivenName(candidate);
};

/**
 * Whether a word goes on with a name, or begins one, by its letters and by what stands around it.
 *
 * @example
 * isNameWord('Okonkwo', {}, { facts: 0, count: 0, ahead: () => '' }) // => true
 * isNameWord('okonkwo', {}, { facts: 0, count: 0, ahead: () => '' }) // => false
 */
export const isNameWord = (candidate: string, options: NameOptions, place: NamePlace): boolean => {
  if (hasCapital(candidate)) return isCapitalName(candidate, options, place);
  if (isCaseless(candidate)) return !notNames.has(candidate) && place.count < 2;
  const lowerCase = place.lowerCase ?? options.lowerCase ?? 'none';
  return withParticle.test(candidate) || isLowerCaseName(candidate, lowerCase, place);
};
