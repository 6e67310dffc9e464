import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../../ml/narratives/phi/find-addresses.ts';
import { findContacts } from '../../../../ml/narratives/phi/find-contacts.ts';
import { findDates } from '../../../../ml/narratives/phi/find-dates.ts';
import { findIds } from '../../../../ml/narratives/phi/find-ids.ts';
import { findNames } from '../../../../ml/narratives/phi/find-names.ts';
import { findPhones } from '../../../../ml/narratives/phi/find-phones.ts';
import { findStarts, type Starts } from '../../../../ml/narratives/phi/find-starts.ts';
import { readLabels } from '../../../support/phi-labels.ts';

const patterns = [findContacts, findIds, findDates, findPhones, findAddresses, findNames].flatMap(
  (finder) => finder.patterns,
);
const find = findStarts(patterns);

/** Matches that are not among the starts, where starts are told. */
const missingFrom = (text: string, of: readonly RegExp[], starts: Starts) =>
  of.flatMap((pattern, place) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => starts[place]?.includes(index) === false)
      .map((match) => `${pattern.source.slice(0, 40)} at ${match.index} of ${JSON.stringify(text)}`),
  );

describe('findStarts', () => {
  it.each(['phi-labelled.txt', 'phi-held-out-3.txt', 'phi-held-out-8.txt'])(
    'misses no match of the screen in %s',
    (name) => {
      const missing = readLabels(name).flatMap(({ text }) => missingFrom(text, patterns, find(text)));
      expect(missing).toEqual([]);
    },
  );

  it.each([
    ['literals, classes and optional parts', /(?<![\p{L}\d])a[bc]?\d{1,3}(?:st|nd)? x/gu],
    ['choices with looks of their own', /(?<!a)b+c|(?<=x)d{2,}(?=e)|^f/gim],
    ['groups that are matched again', /(a|b)-\1/g],
    ['characters outside the basic plane', /(?<!\p{Lu})\p{L}{2}[^a]\p{M}?c/giu],
    ['halves of characters, without flag u', /a[^b]{1,3}c/g],
    ['more repetitions than are counted', /a{12}b{0,30}c(?:de){3,9}/g],
  ])('misses none of %s in any text', (_, pattern) => {
    const unit = fc.constantFrom(...'aabbccddeefFx-1 \nstKſ', '𝐀', '𝒶', '\ud835', '\udc00', '\u0301');
    const findOne = findStarts([pattern]);
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const text = units.join('');
        expect(missingFrom(text, [pattern], findOne(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['12 Main Street, Aa ', 'Mr. Aa Bb, ', '1/1/', 'name: Aa ', '市1', 'a@', '+1 ('])(
    'names no more starts of a pattern in a long text of %j than one in 48 characters, and twice as many in twice the text',
    (piece) => {
      const startsIn = (length: number) =>
        find(piece.repeat(length / piece.length)).map((starts) => starts?.length);
      const [once, twice] = [startsIn(20_000), startsIn(40_000)];
      for (const [place, count] of once.entries()) {
        expect(count ?? 0).toBeLessThanOrEqual(20_000 / 48 + 9);
        // Of a pattern that may begin too often nothing is named, however long the text is.
        if (count !== undefined && twice[place] !== undefined) {
          expect(twice[place]).toBeLessThanOrEqual(2 * count + 2);
        }
      }
    },
  );
});
