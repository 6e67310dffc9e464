import { listOf } from './list-of.ts';

const increase = 0.293;
const decrease = -increase;

/**
 * Words that make the next ones stronger (above 0) or weaker, in lower case: points of valence. As in npm
 * `vader-sentiment` 1.1.3, which does not export them.
 */
export const boosters: ReadonlyMap<string, number> = new Map([
  ...listOf(`
    absolutely, amazingly, awfully, completely, considerably, decidedly, deeply, effing, enormously, entirely,
    especially, exceptionally, extremely, fabulously, flipping, flippin, fricking, frickin, frigging, friggin,
    fully, fucking, greatly, hella, highly, hugely, incredibly, intensely, majorly, more, most, particularly,
    purely, quite, really, remarkably, so, substantially, thoroughly, totally, tremendously, uber, unbelievably,
    unusually, utterly, very
  `).map((word) => [word, increase] as const),
  ...listOf(`
    almost, barely, hardly, kinda, kindof, kind-of, less, little, marginally, occasionally, partly, scarcely,
    slightly, somewhat, sorta, sortof, sort-of
  `).map((word) => [word, decrease] as const),
]);

/** Words that turn the next ones into their opposite, in lower case only; so does all that has "n't" in it. */
export const negations: ReadonlySet<string> = new Set(
  listOf(`
    aint, arent, cannot, cant, couldnt, darent, didnt, doesnt, ain't, aren't, can't, couldn't, daren't, didn't,
    doesn't, dont, hadnt, hasnt, havent, isnt, mightnt, mustnt, neither, don't, hadn't, hasn't, haven't, isn't,
    mightn't, mustn't, neednt, needn't, never, none, nope, nor, not, nothing, nowhere, oughtnt, shant, shouldnt,
    uhuh, wasnt, werent, oughtn't, shan't, shouldn't, uh-uh, wasn't, weren't, without, wont, wouldnt, won't,
    wouldn't, rarely, seldom, despite
  `),
);

/** Two words that weaken the next ones together. */
const pairsThatWeaken: ReadonlySet<string> = new Set(['just enough', 'kind of', 'sort of']);

/** Phrases with a valence of their own, as written. */
const idioms: ReadonlyMap<string, number> = new Map([
  ['the shit', 3],
  ['the bomb', 3],
  ['bad ass', 1.5],
  ['yeah right', -2],
  ['cut the mustard', 2],
  ['kiss of death', -1.5],
  ['hand to mouth', -2],
]);

const longestWord = (phrase: string) => phrase.split(' ').reduce((a, b) => (b.length > a.length ? b : a));
/** One word of each phrase: no text without any of these has a phrase. */
export const phraseWords: ReadonlySet<string> = new Set(
  [...pairsThatWeaken, ...idioms.keys()].map(longestWord),
);

/**
 * What the phrases around a word make of its valence: an idiom that the word is part of, or that stands before it,
 * takes the valence's place, and a weakening pair takes from it.
 *
 * @param at - index of the word, ≥ 3: the library looks for phrases only where three words stand before
 * @example
 * valenceAmongPhrases(1.9, ['it', 'was', 'kind', 'of', 'good'], 4) // => 1.607
 * valenceAmongPhrases(-2.5, ['this', 'is', 'so', 'bad', 'ass'], 3) // => 1.5
 */
export const valenceAmongPhrases = (valence: number, words: readonly string[], at: number): number => {
  const join = (from: number, to: number) => words.slice(at + from, at + to + 1).join(' ');
  const before = [join(-1, 0), join(-2, 0), join(-2, -1), join(-3, -1), join(-3, -2)];
  const idiomBefore = before.find((phrase) => idioms.has(phrase));
  const onward = [join(0, 1), join(0, 2)];
  const idiomOnward = onward.findLast((phrase) => idioms.has(phrase));
  const idiom = idiomOnward ?? idiomBefore;
  const found = idiom === undefined ? valence : idioms.get(idiom)!;
  return pairsThatWeaken.has(join(-3, -2)) || pairsThatWeaken.has(join(-2, -1)) ? found + decrease : found;
};
