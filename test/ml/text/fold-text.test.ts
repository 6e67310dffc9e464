import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../ml/text/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Ｈｅｌｌｏ', 'hello'],
    ['𝕙𝕖𝕝𝕝𝕠', 'hello'],
    ['ﬁne', 'fine'],
    ['naïve café', 'naive cafe'],
    ['h\u200be\u2060l\u00adl\ufeffo', 'hello'],
    ['‘don’t’', "'don't'"],
    ['don´t', "don't"],
    ['“so”', '"so"'],
    ['a–b—c‑d', 'a-b-c-d'],
    ['İstanbul', 'istanbul'],
    ['сорок', 'copok'], // Cyrillic с, о, р, к
    ['日本', '日本'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it('changes nothing but the case of ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(foldText(text)).toEqual({ text: text.toLowerCase() });
      }),
    );
  });

  it('leads each character back to the one it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, origins = [...folded, ''].map((_, i) => i) } = foldText(text);
        expect(origins).toHaveLength(folded.length + 1);
        expect(origins.at(-1)).toBe(text.length);
        for (let i = 0; i < folded.length; i++) {
          expect(origins[i]).toBeLessThanOrEqual(origins[i + 1]!);
          const character = String.fromCodePoint(text.codePointAt(origins[i]!)!);
          expect(foldText(character).text).toContain(folded[i]);
        }
      }),
    );
  });

  it('is the same done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldText(text).text;
        expect(foldText(once).text).toBe(once);
      }),
    );
  });
});
