/** A text cut into words, in the shape that the methods of npm `vader-sentiment` take. */
export interface VaderWords {
  readonly text: string;
  readonly words_and_emoticons: readonly string[];
  /** Whether some words, but not all, are in capitals: then capitals are emphasis. */
  readonly is_cap_diff: boolean;
}

/** The punctuation that is taken off, if it stands alone before or after a word. */
const removable: ReadonlySet<string | undefined> = new Set([
  ...['.', '!', '?', ',', ';', ':', '-', "'", '"'],
  ...['!!', '!!!', '??', '???', '?!?', '!?!', '?!?!', '!?!?'],
]);

const asciiPunctuation = /[!-/:-@[-`{-~]/;
/** Punctuation on one side of two or more characters that are none. */
const wordAtAnEdge = /^([!-/:-@[-`{-~]{1,4})?([^!-/:-@[-`{-~]{2,})([!-/:-@[-`{-~]{1,4})?$/;

const withoutPunctuation = (token: string): string => {
  if (!asciiPunctuation.test(token)) return token;
  const match = wordAtAnEdge.exec(token);
  if (match === null) return token;
  const [, before, word, after] = match;
  const isRemovable =
    before === undefined ? removable.has(after) : after === undefined && removable.has(before);
  return isRemovable ? word! : token;
};

const isInCapitals = (word: string) => /[A-Z]/.test(word) && !/[a-z]/.test(word);

/**
 * What the `SentiText` class of npm `vader-sentiment` 1.1.3 makes of a text, to the letter, but in linear time.
 *
 * The library writes out, for every text, each of its words with each of 17 punctuation marks before and after it,
 * into one dictionary, to look tokens up in: nine tenths of its whole running time. Those keys are all that a token
 * with one mark at one edge can equal, so looking at the token itself says the same. The library's test for
 * capitals, `/^[^a-z]*[A-Z]+[^a-z]*$/`, takes cubic time on a long token; "a capital and no small letter" is the
 * same condition.
 *
 * @example
 * vaderWords('Not GOOD, :( "why"?').words_and_emoticons // => ['Not', 'GOOD', ':(', '"why"?']
 * vaderWords('Not GOOD, :( "why"?').is_cap_diff // => true
 */
export const vaderWords = (text: string): VaderWords => {
  const words = text
    .split(/\s/)
    .filter((token) => token.length > 1)
    .map(withoutPunctuation);
  const inCapitals = words.filter(isInCapitals).length;
  return {
    text,
    words_and_emoticons: words,
    is_cap_diff: inCapitals > 0 && inCapitals < words.length,
  };
};
