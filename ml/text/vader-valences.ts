import { lexicon } from 'vader-sentiment/src/vader_lexicon.js';
import { boosters, negations, phraseWords, valenceAmongPhrases } from './vader-modifiers.ts';
import type { VaderWords } from './vader-words.ts';

const valenceOfCapitals = 0.733;
const negation = -0.74;
/** A booster counts for less, the further before the word it stands. */
const shareAtDistance = [0, 1, 0.95, 0.9] as const;

/** What the lexicon and the rules know of a word in lower case. */
interface WordRole {
  readonly valence: number | undefined;
  readonly boost: number;
  readonly negates: boolean;
  readonly isOfPhrase: boolean;
}

const valenceOf: ReadonlyMap<string, number> = new Map(Object.entries(lexicon));
const roleOf = (word: string): WordRole => ({
  valence: valenceOf.get(word),
  boost: boosters.get(word) ?? 0,
  negates: negations.has(word),
  isOfPhrase: phraseWords.has(word),
});
/** All in one place, so that a word is looked up once. */
const roles: ReadonlyMap<string, WordRole> = new Map(
  [...valenceOf.keys(), ...boosters.keys(), ...negations, ...phraseWords].map((word) => [word, roleOf(word)]),
);
const noRole = roleOf('');

const intensified = (valence: number) =>
  valence > 0 ? valence + valenceOfCapitals : valence - valenceOfCapitals;

const isSoOrThis = (word: string) => word === 'so' || word === 'this';

/** One text, word by word; its lists share their indices. */
type WordsOnly = Pick<VaderWords, 'words' | 'inLowerCase' | 'isShouted'>;
type ReadText = WordsOnly & { readonly roles: readonly WordRole[] };

/** Points of valence that the word at an index lends to one of the given valence. */
const boostBy = (text: ReadText, at: number, valence: number): number => {
  const { boost } = text.roles[at]!;
  if (boost === 0) return 0;
  const towards = valence < 0 ? -boost : boost;
  if (!text.isShouted[at]) return towards;
  return valence > 0 ? towards + valenceOfCapitals : towards - valenceOfCapitals;
};

/** What a word so far before a valent one multiplies its valence by: negation, or "never so" as emphasis. */
const factorOf = ({ words, inLowerCase, roles }: ReadText, at: number, distance: number): number => {
  const word = words[at - distance]!;
  if (distance === 2 && word === 'never' && isSoOrThis(words[at - 1]!)) return 1.5;
  if (distance === 3) {
    if (word === 'never' && isSoOrThis(words[at - 2]!)) return 1.25;
    if (isSoOrThis(words[at - 1]!)) return 1.25;
  }
  const negates = roles[at - distance]!.negates && word === inLowerCase[at - distance];
  return negates || word.includes("n't") ? negation : 1;
};

const isNegatedByLeast = ({ inLowerCase }: WordsOnly, at: number): boolean => {
  if (at === 0 || inLowerCase[at - 1] !== 'least') return false;
  const before = inLowerCase[at - 2];
  return before !== 'at' && before !== 'very';
};

/** Whether a phrase can stand where `valenceAmongPhrases` looks for one. */
const isAmongPhraseWords = ({ roles }: ReadText, at: number): boolean => {
  for (let near = at - 3; near <= at + 2 && near < roles.length; near++) {
    if (roles[near]!.isOfPhrase) return true;
  }
  return false;
};

/** The valence of a word that has one in the lexicon, in its place. */
const valenceInPlace = (text: ReadText, at: number, ofLexicon: number): number => {
  if (text.inLowerCase[at] === 'kind' && text.inLowerCase[at + 1] === 'of') return 0;
  let valence = text.isShouted[at] ? intensified(ofLexicon) : ofLexicon;
  for (let distance = 1; distance <= 3 && distance <= at; distance++) {
    if (text.roles[at - distance]!.valence !== undefined) continue;
    valence += boostBy(text, at - distance, valence) * shareAtDistance[distance]!;
    valence *= factorOf(text, at, distance);
    if (distance === 3 && isAmongPhraseWords(text, at)) {
      valence = valenceAmongPhrases(valence, text.words, at);
    }
  }
  return isNegatedByLeast(text, at) ? valence * negation : valence;
};

/**
 * The valence of each word in its place: that of the lexicon, changed by capitals, by boosters and negations among
 * the three words before it, by phrases, and by "least"; shape [words]. 0 for words without any.
 *
 * Rules and order of sums as `sentiment_valence` of npm `vader-sentiment` 1.1.3, equal in every digit; but a word
 * is looked up once, where the library walks along its lists for each. O(n).
 *
 * @example
 * vaderValences({ words: ['not', 'good'], inLowerCase: ['not', 'good'], isShouted: [false, false] }) // => [0, -1.406]
 */
export const vaderValences = (text: WordsOnly): readonly number[] => {
  const read = { ...text, roles: text.inLowerCase.map((word) => roles.get(word) ?? noRole) };
  return read.roles.map(({ valence }, at) => (valence === undefined ? 0 : valenceInPlace(read, at, valence)));
};
