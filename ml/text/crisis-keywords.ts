/**
 * The words that make a text a crisis mention: those of the label's rule, and two that people write in their place
 * because platforms filter the plain ones. Inflected forms (suicides, killing myself, wants to die) are no keywords.
 */
export type CrisisKeyword =
  | 'suicide'
  | 'suicidal'
  | 'kill myself'
  | 'end my life'
  | 'want to die'
  | 'better off dead'
  | 'self harm'
  | 'hurt myself'
  | 'unalive'
  | 'kms';

/** Signs that stand for a letter; the usual "leet" substitutions, in lower case. */
const signsFor: Readonly<Record<string, string>> = {
  a: '4@',
  b: '8',
  c: '(',
  e: '3€',
  h: '#',
  i: '1!|l',
  l: '1|!i',
  o: '0',
  s: '5$',
  t: '7+',
};

const repeats = '{1,6}';
/** What people put between letters to slip past a filter: "s u i c i d e", "sui-cide", "k.m.s". */
const betweenLetters = '[ ._-]{0,3}';
/** Between words: blanks, dashes, or dots that trail off; but not the end of a sentence. */
const betweenWords = '(?:[\\s_~*-]{1,5}|\\s?\\.{2,6}\\s?|[./,])';

/** One letter as it may be written: itself or a sign, drawn out (dieee), or after the first masked (su*cide). */
const letterPattern = (letter: string, position: number, word: string): string => {
  const written = `[${letter}${signsFor[letter] ?? ''}]`;
  const isLast = position === word.length - 1;
  const drawnOut = `${written}${isLast ? '+' : repeats}`;
  const once = position === 0 ? drawnOut : `(?:${drawnOut}|\\*)`;
  // The second of a double letter may be missing, as it may be part of the first one drawn out.
  return letter === word[position - 1]
    ? `(?:${betweenLetters}${once})?`
    : `${position === 0 ? '' : betweenLetters}${once}`;
};

const wordPattern = (word: string): string =>
  [...word].map((letter, position) => letterPattern(letter, position, word)).join('');

const phrasePattern = (...words: readonly string[]): string => words.map(wordPattern).join(betweenWords);

/** "my self", apart, is a self only where no compound goes on: "hurt my self-esteem" is about something else. */
const noCompound = '(?![ -](?:esteem|confidence|respect|worth|image|doubt|control|pity|belief|love))';
/** "want to", "want 2" and "wanna". */
const wantTo = `(?:${wordPattern('want')}${betweenWords}(?:${wordPattern('to')}|2)|${wordPattern('wanna')})`;

const patterns: Readonly<Record<CrisisKeyword, string>> = {
  suicide: wordPattern('suicide'),
  suicidal: wordPattern('suicidal'),
  'kill myself': `${phrasePattern('kill', 'myself')}${noCompound}`,
  'end my life': phrasePattern('end', 'my', 'life'),
  'want to die': `${wantTo}${betweenWords}${wordPattern('die')}`,
  'better off dead': phrasePattern('better', 'off', 'dead'),
  'self harm': `${wordPattern('self')}${betweenWords}?${wordPattern('harm')}`,
  'hurt myself': `${phrasePattern('hurt', 'myself')}${noCompound}`,
  unalive: wordPattern('unalive'),
  kms: wordPattern('kms'),
};

const keywords = Object.keys(patterns) as CrisisKeyword[];

/**
 * Finds keywords in folded text, as whole words. Every repetition in it is bounded except the last letter's, which
 * nothing competes for: the time is linear in the text, whatever the text.
 */
const anyKeyword = new RegExp(
  `(?<![a-z0-9])(?:${keywords.map((keyword) => `(${patterns[keyword]})`).join('|')})(?![a-z0-9])`,
  'g',
);

const letterOrDigit = /[\p{L}\p{N}]/u;
const quantityBefore = /(?:\d|\b(?:many|few|several|some|of|hundred|thousand|more|another))\s*$/;
const distanceAfter = /^\s*(?:\/\s?h|an hour|per hour|away|from)\b/;

/** "5 kms", "kms away": kilometres. */
const isDistance = (text: string, start: number, end: number): boolean =>
  quantityBefore.test(text.slice(Math.max(0, start - 12), start)) ||
  distanceAfter.test(text.slice(end, end + 12));

/** Where a keyword stands in folded text. */
export interface KeywordHit {
  readonly keyword: CrisisKeyword;
  readonly start: number;
  readonly end: number;
}

/**
 * The crisis keywords in a text, as whole words, in any of their spellings: signs for letters (su1c1de, k!ll
 * mys3lf), letters drawn out, masked, spaced or broken apart (dieee, su*cide, s u i c i d e, sui-cide), hyphens and
 * blanks in any mixture (self-harm, selfharm).
 *
 * O(n).
 *
 * @param folded - as `foldText` folds
 * @example
 * crisisKeywordsIn('su1c1de').map((hit) => hit.keyword) // => ['suicide']
 * crisisKeywordsIn('homicide, suicidology; ran 5 kms') // => []
 */
export const crisisKeywordsIn = (folded: string): readonly KeywordHit[] => {
  // matchAll copies the expression for every call; nearly all texts have nothing to match.
  if (folded.search(anyKeyword) === -1) return [];
  const hits: KeywordHit[] = [];
  for (const match of folded.matchAll(anyKeyword)) {
    const start = match.index;
    const end = start + match[0].length;
    const keyword = keywords[match.slice(1).findIndex((group) => group !== undefined)]!;
    if (letterOrDigit.test(folded.slice(Math.max(0, start - 1), start))) continue;
    if (letterOrDigit.test(folded.slice(end, end + 1))) continue;
    if (keyword === 'kms' && isDistance(folded, start, end)) continue;
    hits.push({ keyword, start, end });
  }
  return hits;
};
