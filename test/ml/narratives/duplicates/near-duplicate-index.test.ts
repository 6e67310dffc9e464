import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaccard } from '../../../../ml/narratives/duplicates/jaccard.ts';
import { bandKeys, minHash } from '../../../../ml/narratives/duplicates/min-hash.ts';
import { nearDuplicateIndex } from '../../../../ml/narratives/duplicates/near-duplicate-index.ts';
import { shingles } from '../../../../ml/narratives/duplicates/shingles.ts';
import { splitLinePersons } from '../../../../ml/narratives/split-line-persons.ts';

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ');

describe('nearDuplicateIndex', () => {
  it('finds a narrative that differs in punctuation and case, and says what it is like', () => {
    const index = nearDuplicateIndex();
    expect(index.add('h1', 'Mean glucose was 142.3 mg/dL; range 70 to 180.')).toBeUndefined();
    expect(index.add('h2', 'mean glucose was 142.3 mg/dl, range 70 to 180')).toEqual({
      contentHash: 'h2',
      matchedContentHash: 'h1',
      jaccard: 1,
    });
  });

  it('keeps two narratives of one template whose figures differ', () => {
    const template = (mean: string, cv: string, range: string) =>
      `Mean glucose was ${mean} mg/dL. Variability was ${cv}%. ${range}% of readings were in range.`;
    const index = nearDuplicateIndex();
    index.add('h1', template('142.3', '38', '62'));
    expect(index.add('h2', template('142.4', '38', '62'))).toBeUndefined();
    expect(index.add('h3', template('142.3', '38', '62'))).toMatchObject({ matchedContentHash: 'h1' });
  });

  it('matches at .9 and not below, by the index itself and not its estimate', () => {
    // 102 words have 100 runs of three. Of words 5 … 107 the runs 5 … 104 are 100, 95 of them shared: 95 / 105 = .905;
    // from 6 on 94 / 106 = .887.
    expect(jaccard(shingles(words(0, 102)), shingles(words(5, 107)))).toBeCloseTo(95 / 105, 12);
    const near = nearDuplicateIndex();
    near.add('h1', words(0, 102));
    expect(near.add('h2', words(5, 107))).toMatchObject({ jaccard: 95 / 105 });
    const far = nearDuplicateIndex();
    far.add('h1', words(0, 102));
    expect(far.add('h2', words(6, 108))).toBeUndefined();
  });

  it('brings sets of Jaccard .9 together nearly always, and estimates the index by agreement', () => {
    let met = 0;
    for (let i = 0; i < 200; i += 1) {
      const one = minHash(shingles(words(i * 1000, i * 1000 + 102)));
      const other = minHash(shingles(words(i * 1000 + 5, i * 1000 + 107)));
      const keys = new Set(bandKeys(one));
      if (bandKeys(other).some((key) => keys.has(key))) met += 1;
      const agreeing = one.filter((value, place) => value === other[place]).length;
      // σ = √(.9 × .1 / 128) = .026; six of them.
      expect(Math.abs(agreeing / 128 - 95 / 105)).toBeLessThan(0.16);
    }
    expect(met).toBeGreaterThanOrEqual(199);
  });

  it('takes any text, and finds a repeat of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const index = nearDuplicateIndex();
        index.add('h1', text);
        expect(index.add('h2', text)).toMatchObject({ jaccard: 1 });
      }),
    );
  });
});

describe('splitLinePersons', () => {
  it('puts nobody on both sides, whatever the order, and someone on each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 2 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (persons, validationSplit) => {
          const options = { validationSplit, seed: 1, secret: 's' };
          const validation = splitLinePersons(persons, options);
          const distinct = new Set(persons);
          expect(splitLinePersons(persons.toReversed(), options)).toEqual(validation);
          expect(validation.isSubsetOf(distinct)).toBe(true);
          if (distinct.size > 1) {
            expect(validation.size).toBeGreaterThan(0);
            expect(validation.size).toBeLessThan(distinct.size);
          }
        },
      ),
    );
  });
});
