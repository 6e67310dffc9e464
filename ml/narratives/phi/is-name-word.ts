import { clinicalWords } from './clinical-words.ts';
import { foreignWords } from './foreign-words.ts';
import { isCommonWord } from './is-common-word.ts';
import { isGivenName } from './is-given-name.ts';
import { notNames } from './not-names.ts';
import { wordNames } from './word-names.ts';

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
  /** Words of the name that were read already. */
  readonly count: number;
  /** The next word, if it has a capital. */
  readonly ahead: () => string | undefined;
}

/** Letters of scripts that have no capitals, where a cue alone has to do. */
export const caseless = /^[\p{Lo}\p{M}'-]+$/u;
export const capital = /^\p{Lu}/u;
const allCapitals = /^\p{Lu}[\p{Lu}'-]+$/u;
/** al-Rashid, d'Angelo. */
const withParticle = /^(?:al|el|an|as|ar|ash|at|ad|az|d|l|o|ibn|bin|n|m|te)['-]\p{Lu}/u;

const isNoName = (plain: string) => {
  if (notNames.has(plain)) return true;
  const hyphen = plain.indexOf('-');
  return hyphen >= 0 && notNames.has(plain.slice(0, hyphen));
};

const isNameLike = (plain: string) => !isNoName(plain) && !isCommonWord(plain);

const plainWord = (candidate: string) => {
  const word = candidate.toLowerCase();
  return word.endsWith("'s") ? word.slice(0, -2) : word;
};

const isCapitalName = (candidate: string, options: NameOptions, { count, ahead }: NamePlace) => {
  const plain = plainWord(candidate);
  const isShouted = allCapitals.test(candidate) && candidate.length > 1;
  const following = ahead()?.replace(/^,? /, '').toLowerCase();
  const isLed =
    following !== undefined && !isNoName(following) && (isGivenName(following) || isNameLike(following));
  if (isShouted && candidate.length < 5 && options.isUnusual === true && clinicalWords.has(plain))
    return false;
  if (clinicalWords.has(plain) && options.isTitled !== true && count === 0 && !(isLed && !isShouted))
    return false;
  if (wordNames.has(plain) && (options.isTitled === true || count > 0 || isLed)) return true;
  if (isNoName(plain) || (count === 0 && !isLed && foreignWords.has(plain))) return false;
  if (count === 0 && options.isUnusual !== true && !isShouted) return true;
  if (isGivenName(candidate) || !isCommonWord(plain)) return true;
  // "Leopold Stern": behind a name a capital is enough, but not where all is in capitals.
  if (count > 0)
    return options.isBare !== true && !isShouted && !clinicalWords.has(plain) && !foreignWords.has(plain);
  // "Hone Tipene", "Patient Will Adeyemi".
  return count === 0 && isLed && !isShouted && !clinicalWords.has(plain);
};

const isLowerCaseName = (candidate: string, lowerCase: LowerCase, { count, ahead }: NamePlace) => {
  if (lowerCase === 'none' || count > 2 || candidate.length < 2) return false;
  if (count === 0 && ahead() !== undefined) return false;
  const plain = candidate.endsWith("'s") ? candidate.slice(0, -2) : candidate;
  if (isNoName(plain)) return false;
  if (count === 0 && lowerCase === 'sure') return true;
  if (isCommonWord(plain)) return false;
  return count > 0 || lowerCase !== 'known' || isGivenName(candidate);
};

/**
 * Whether a word goes on with a name, or begins one, by its letters and by what stands around it.
 *
 * @example
 * isNameWord('Okonkwo', {}, { count: 0, ahead: () => undefined }) // => true
 * isNameWord('Reports', {}, { count: 0, ahead: () => undefined }) // => false
 */
export const isNameWord = (candidate: string, options: NameOptions, place: NamePlace) => {
  if (capital.test(candidate)) return isCapitalName(candidate, options, place);
  if (caseless.test(candidate)) return !notNames.has(candidate) && place.count < 2;
  return withParticle.test(candidate) || isLowerCaseName(candidate, options.lowerCase ?? 'none', place);
};
