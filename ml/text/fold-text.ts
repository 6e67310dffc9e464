import { lookAlikes } from './look-alikes.ts';

/** A text folded for matching, with the way back to the original. */
export interface FoldedText {
  /** Lower-case, without accents, zero-width characters and foreign look-alikes. */
  readonly text: string;
  /**
   * Where in the original (UTF-16 units) the character began that unit i was folded from; shape [text.length + 1],
   * the last one the original's length. Absent where nothing moved.
   */
  readonly origins?: readonly number[];
}

const beyondAscii = /[\u0080-\uffff]/;
/** Accents, and what is present but not to be seen: zero-width, direction and variation marks, soft hyphens. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{M}]/gu;
const dash = /\p{Pd}/u;

const foldCharacter = (character: string): string => {
  const alike = lookAlikes.get(character);
  if (alike !== undefined) return alike;
  // Lower-casing can bring a mark back (İ becomes i and a dot above), so the unseen go last.
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(unseen, '');
  return [...plain].map((part) => (dash.test(part) ? '-' : (lookAlikes.get(part) ?? part))).join('');
};

const mostFoldsKept = 20_000;
const folds = new Map<string, string>();

const foldOf = (character: string): string => {
  const known = folds.get(character);
  if (known !== undefined) return known;
  if (folds.size === mostFoldsKept) folds.clear();
  const folded = foldCharacter(character);
  folds.set(character, folded);
  return folded;
};

/**
 * Folds a text so that what reads alike compares alike: compatibility forms (NFKC: ｓ, 𝐬, ⓢ), lower case, accents
 * and invisible characters dropped, every dash `-`, typographic apostrophes and quotes straight, and Cyrillic,
 * Greek and other letters that look Latin replaced by the Latin ones.
 *
 * Decomposing (NFKD) and dropping the marks is what NFKC followed by dropping accents gives, but works one
 * character at a time, which keeps the way back. O(n).
 *
 * @example
 * foldText('Ｓ\u200buicíde').text // => 'suicide'
 * foldText('Don’t – ѕtор').text // => "don't - stop"
 * foldText('é!').origins // => [0, 1, 2]
 */
export const foldText = (text: string): FoldedText => {
  if (!beyondAscii.test(text)) return { text: text.toLowerCase() };
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    const replacement = foldOf(character);
    folded += replacement;
    for (let unit = 0; unit < replacement.length; unit++) origins.push(at);
    at += character.length;
  }
  origins.push(text.length);
  return { text: folded, origins };
};
