import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberTable } from '../../../../ml/narratives/phi/number-table.ts';
import { readAddressTail, segmentLength } from '../../../../ml/narratives/phi/read-address-tail.ts';
import { tokenFrom } from '../../../../ml/narratives/phi/read-token.ts';
import { wordEnd } from '../../../../ml/narratives/phi/read-word.ts';
import { remember } from '../../../../ml/narratives/phi/remember.ts';

const units = fc
  .array(
    fc.constantFrom(
      ...'aaaaBBé Ωя漢\u0301\u0301_1 .,:',
      ...[
        "'",
        '´',
        '`',
        '-',
        '/',
        'Sig.ra',
        'dott.ssa',
        'a'.repeat(39),
        'e\u0301\u0301\u0301',
        "a'b-c'd-e'f",
        'a/b´c-d/e',
        '𝐀',
        '\ud835',
        '\u{1e8d0}',
      ],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('words told by their units', () => {
  it('end where the pattern of a word ends, in any text', () => {
    const word = /(?:\p{L}\p{M}{0,3}){1,40}(?:['`-](?:\p{L}\p{M}{0,3}){1,40}){0,4}/uy;
    fc.assert(
      fc.property(units, (text) => {
        word.lastIndex = 0;
        expect(wordEnd(text, 0)).toBe(word.exec(text)?.[0].length ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('follow each other as the matches of the pattern of a token do, in any text', () => {
    const token =
      /(?<![\p{L}\p{M}\p{N}_])(?:[Ss]ig\.ra|[Dd]ott\.(?:ssa|ri)|[\p{L}\p{M}]{1,40}(?:['´/-][\p{L}\p{M}]{1,20}){0,3})/gu;
    fc.assert(
      fc.property(units, (text) => {
        const read: string[] = [];
        for (let own = tokenFrom(text, 0); own !== undefined; own = tokenFrom(text, own.end)) {
          read.push(text.slice(own.start, own.end));
        }
        expect(read).toEqual(text.match(token) ?? []);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readAddressTail', () => {
  it('asks once for each segment, however long the text behind it is', () => {
    let asked = 0;
    const text = ', Flat 4'.repeat(10_000);
    readAddressTail(text, 0, (end) => {
      asked += 1;
      return segmentLength(text, end);
    });
    expect(asked).toBeLessThanOrEqual(8);
  });
});

describe('numberTable', () => {
  it('answers as a map does', () => {
    const key = fc.integer({ min: 0, max: 60 }).map((small) => small * 65_536);
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer({ min: 1, max: 9 }))), (entries) => {
        const table = numberTable(64, 100_000);
        for (const [at, value] of entries) table.set(at, value);
        const map = new Map(entries);
        for (let at = 0; at <= 61; at += 1) expect(table.get(at * 65_536)).toBe(map.get(at * 65_536) ?? 0);
      }),
    );
  });
});

describe('remember', () => {
  it('decides once on a word that comes again, and each time on a longer piece of text, which it would keep alive', () => {
    let decided = 0;
    const length = remember((text) => {
      decided += 1;
      return text.length;
    });
    expect([length('glucose'), length('glucose'), decided]).toEqual([7, 7, 1]);
    expect([length('a longer piece'), length('a longer piece'), decided]).toEqual([14, 14, 3]);
  });

  it('forgets a word for another one in its place, and answers both', () => {
    const same = remember((text) => text);
    for (let round = 0; round < 2; round += 1) {
      for (let at = 0; at < 20_000; at += 1) expect(same(`w${at}`)).toBe(`w${at}`);
    }
  });
});
