import { clinicalWords } from './clinical-words.ts';
import { commonWords } from './common-words.ts';
import { fieldKinds } from './field-kinds.ts';
import { foldLetters } from './fold-letters.ts';
import { foreignWords } from './foreign-words.ts';
import { givenNames } from './given-names.ts';
import { nameCues, namesByCapital } from './name-cues.ts';
import { notNames } from './not-names.ts';
import { particles } from './particles.ts';
import { remember } from './remember.ts';
import { isInflected, isMedicalForm } from './word-forms.ts';
import { wordNames } from './word-names.ts';

/** What is known of a word in lower case, each a bit of one number. */
export const wordFact = {
  /** Begins no name, by itself or before a hyphen. */
  noName: 1,
  clinical: 2,
  foreign: 4,
  /** A word that is a name, too. */
  wordName: 8,
  /** Of everyday English, of medicine or of another language. */
  common: 16,
  given: 32,
  title: 64,
  /** A title if its capital is right: Ms and ms. */
  titleByCapital: 128,
  /** The name of a field, and one whose value is a name. */
  field: 256,
  nameField: 512,
  particle: 1024,
  everyday: 2048,
} as const;

const fieldFacts = ([field, kind]: readonly [string, string]) =>
  [field, wordFact.field | (kind === 'name' ? wordFact.nameField : 0)] as const;

const wordsOf = (list: string) => list.trim().split(/\s+/);

const listFacts = (): ReadonlyMap<string, number> => {
  const facts = new Map<string, number>();
  const add = (words: Iterable<string>, fact: number) => {
    for (const word of words) facts.set(word, (facts.get(word) ?? 0) | fact);
  };
  add(wordsOf(commonWords), wordFact.everyday | wordFact.common);
  add(wordsOf(givenNames), wordFact.given);
  add(notNames, wordFact.noName);
  add(clinicalWords, wordFact.clinical | wordFact.common);
  add(foreignWords, wordFact.foreign | wordFact.common);
  add(wordNames, wordFact.wordName);
  add(particles, wordFact.particle);
  for (const [phrase, cue] of nameCues) if (cue === 'title') add([phrase], wordFact.title);
  for (const title of namesByCapital) add([title.toLowerCase()], wordFact.titleByCapital);
  for (const [field, fact] of [...fieldKinds].map(fieldFacts)) add([field], fact);
  return facts;
};
let listed: ReadonlyMap<string, number> | undefined;

const ascii = /^[\0-\x7f]*$/;

/**
 * All that the lists of words say of one: a single look-up for what its readers ask one after the other.
 *
 * @param word - in lower case
 * @returns bits of `wordFact`
 * @example
 * factsOf('okonkwo') // => 0
 * (factsOf('snores') & wordFact.common) !== 0 // => true
 */
export const factsOf = remember((word) => {
  // When first asked: a function that screens nothing starts without.
  listed ??= listFacts();
  const facts = listed;
  const isEveryday = (form: string) => ((facts.get(form) ?? 0) & wordFact.everyday) !== 0;
  let own = facts.get(word) ?? 0;
  const hyphen = word.indexOf('-');
  const first = hyphen < 0 ? word : word.slice(0, hyphen);
  const firstFacts = hyphen < 0 ? own : (facts.get(first) ?? 0);
  // Given names are listed without accents.
  const named = ascii.test(first) ? firstFacts : (facts.get(foldLetters(first)) ?? 0);
  own = (own & ~wordFact.given) | (firstFacts & wordFact.noName) | (named & wordFact.given);
  const isCommon = (own & wordFact.common) !== 0 || isMedicalForm(word) || isInflected(word, isEveryday);
  return isCommon ? own | wordFact.common : own;
});
