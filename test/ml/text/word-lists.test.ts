import { describe, expect, it } from 'vitest';
import { despairPhrases } from '../../../ml/text/despair-phrases.ts';
import { helpSeekingPhrases } from '../../../ml/text/help-seeking-phrases.ts';
import { isolationPhrases } from '../../../ml/text/isolation-phrases.ts';
import { negativeWords } from '../../../ml/text/negative-words.ts';
import { phraseMatcher } from '../../../ml/text/phrase-matcher.ts';
import { tokenize } from '../../../ml/text/tokenize.ts';

const lists = { negativeWords, helpSeekingPhrases, despairPhrases, isolationPhrases };

describe('word lists', () => {
  it.each(Object.entries(lists))(
    '%s: every entry is as the tokeniser would leave it, and stands there once',
    (_, list) => {
      for (const entry of list) expect(tokenize(entry).join(' ')).toBe(entry);
      expect(new Set(list).size).toBe(list.length);
    },
  );

  it('have single negative words only, since they are counted word by word', () => {
    for (const word of negativeWords) expect(tokenize(word)).toHaveLength(1);
  });

  it.each([
    ['I feel so HOPELESS.', despairPhrases, true],
    ['cant go on', despairPhrases, true],
    ['I can’t go on', despairPhrases, true],
    ['can t go on', despairPhrases, false],
    ['hope is less', despairPhrases, false],
    ['no\nhope', despairPhrases, true],
    ['alonetime', isolationPhrases, false],
    ['all-by-myself', isolationPhrases, true],
    ['called 988', helpSeekingPhrases, true],
    ['no help', helpSeekingPhrases, false],
  ])('in %j are found or not as whole words', (text, list, isFound) => {
    expect(phraseMatcher(list)(tokenize(text))).toBe(isFound);
  });
});
