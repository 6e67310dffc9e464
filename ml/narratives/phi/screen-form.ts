/** A text as the screen reads it, with the way back. */
export interface ScreenForm {
  readonly text: string;
  /** Where in the original unit i stood; shape [text.length + 1]. Absent where nothing moved. */
  readonly origins?: Uint32Array;
}

const special = /[^\t\n\r\x20-\x7e\u00a1-\u024f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const space = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const dash = /[\u2010-\u2015\u2212\ufe58\ufe63]/;
const apostrophe = /[\u2018\u2019\u02bc\u02b9]/;
/** The zero of each script whose digits people type. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

const foldUnit = (unit: string): string => {
  if (unseen.test(unit)) return '';
  if (space.test(unit)) return ' ';
  if (dash.test(unit)) return '-';
  if (apostrophe.test(unit)) return "'";
  const code = unit.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  // Full-width forms of printable ASCII.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return unit;
};

/** At most one entry for each of the 65,536 units. */
const folds = new Map<string, string>();

const plainUnit = (unit: string): string => {
  const known = folds.get(unit);
  if (known !== undefined) return known;
  const folded = foldUnit(unit);
  folds.set(unit, folded);
  return folded;
};

/**
 * A text with invisible characters dropped, and spaces, dashes, apostrophes, full-width forms and digits of other
 * scripts as ASCII, so that one pattern meets all spellings. Case and letters stay. O(n).
 *
 * @example
 * screenForm('５５５\u2011０１００').text // => '555-0100'
 * screenForm('a\u200bb').origins // => [0, 2, 3]
 */
export const screenForm = (text: string): ScreenForm => {
  if (!special.test(text)) return { text };
  const units: string[] = [];
  const origins = new Uint32Array(text.length + 1);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at]!;
    const plain = unit <= '~' ? unit : plainUnit(unit);
    if (plain === '') continue;
    units.push(plain);
    origins[length] = at;
    length += 1;
  }
  origins[length] = text.length;
  return { text: units.join(''), origins: origins.subarray(0, length + 1) };
};
