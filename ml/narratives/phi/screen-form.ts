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

const unknown = 0xffff;
const dropped = 0xfffe;
/** Of each unit: the one that it is read as; filled as units are met. */
const folds = new Uint16Array(0x1_0000).fill(unknown);

const learn = (unit: number): number => {
  const folded = foldUnit(String.fromCharCode(unit));
  folds[unit] = folded === '' ? dropped : folded.charCodeAt(0);
  return folds[unit]!;
};

const plainUnit = (unit: number): number => {
  const known = folds[unit]!;
  return known === unknown ? learn(unit) : known;
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
  const pieces: string[] = [];
  const gaps: number[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const plain = unit < 0x80 ? unit : plainUnit(unit);
    if (plain === unit) continue;
    pieces.push(text.slice(from, at));
    if (plain === dropped) gaps.push(at);
    else pieces.push(String.fromCharCode(plain));
    from = at + 1;
  }
  if (from === 0) return { text };
  pieces.push(text.slice(from));
  const plainText = pieces.join('');
  return gaps.length === 0 ? { text: plainText } : { text: plainText, origins: originsOf(text.length, gaps) };
};

/** Where in a text of so many units each stood of those that are left without some. */
const originsOf = (length: number, gaps: readonly number[]): Uint32Array => {
  const origins = new Uint32Array(length - gaps.length + 1);
  let passed = 0;
  for (let at = 0; at < origins.length; at += 1) {
    while (gaps[passed] === at + passed) passed += 1;
    origins[at] = at + passed;
  }
  return origins;
};
