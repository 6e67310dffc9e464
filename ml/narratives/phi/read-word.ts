import { kindAt, unitKind } from './unit-kinds.ts';

const word = /(?:\p{L}\p{M}{0,3}){1,40}(?:['`-](?:\p{L}\p{M}{0,3}){1,40}){0,4}/uy;
const capitalised = /\p{Lu}\p{L}{1,40}/uy;
const mostLetters = 40;
const mostMarks = 3;
const mostJoints = 4;

const endOf = (pattern: RegExp, text: string, start: number) => {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
};

/** -1 where a character outside the basic plane stands, which a pattern has to read. */
const lettersEnd = (text: string, start: number): number => {
  let end = start;
  for (let letters = 0; letters < mostLetters; letters += 1) {
    const kind = kindAt(text, end);
    if ((kind & unitKind.half) !== 0) return -1;
    if ((kind & unitKind.letter) === 0) return end;
    end += 1;
    for (let marks = 0; marks < mostMarks && (kindAt(text, end) & unitKind.mark) !== 0; marks += 1) end += 1;
    // A mark may be a pair of units as well as a letter.
    if ((kindAt(text, end) & unitKind.half) !== 0) return -1;
  }
  return end;
};

const isJoint = (unit: number) => unit === 0x27 || unit === 0x60 || unit === 0x2d;

/**
 * Where a word ends that begins at a position: letters with their accents, up to four hyphens or apostrophes inside.
 *
 * @returns `start` where no letter stands there
 * @example
 * wordEnd("O'Brien-Smith's log", 0) // => 15
 * wordEnd('7 h', 0) // => 0
 */
export const wordEnd = (text: string, start: number): number => {
  let end = lettersEnd(text, start);
  if (end === start) return start;
  for (let joints = 0; end > 0 && joints < mostJoints && isJoint(text.charCodeAt(end)); joints += 1) {
    const next = lettersEnd(text, end + 1);
    if (next === end + 1) return end;
    end = next;
  }
  return end < 0 ? endOf(word, text, start) : end;
};

/**
 * Where a word with a capital ends, letters only and two at least.
 *
 * @returns `start` where there is none
 * @example
 * capitalisedEnd('Okafor slept', 0) // => 6
 */
export const capitalisedEnd = (text: string, start: number): number => {
  const first = kindAt(text, start);
  if ((first & unitKind.half) !== 0) return endOf(capitalised, text, start);
  if ((first & unitKind.capital) === 0) return start;
  let end = start + 1;
  for (; end - start <= mostLetters; end += 1) {
    const kind = kindAt(text, end);
    if ((kind & unitKind.half) !== 0) return endOf(capitalised, text, start);
    if ((kind & unitKind.letter) === 0) break;
  }
  return end - start > 1 ? end : start;
};

/**
 * The word behind a space, with or without a comma before, if it has a capital.
 *
 * @returns empty where there is none
 * @example
 * capitalisedAhead('Ada, Lovelace', 3) // => 'Lovelace'
 * capitalisedAhead('Ada slept', 3) // => ''
 */
export const capitalisedAhead = (text: string, position: number): string => {
  const start = position + (text[position] === ',' ? 2 : 1);
  return text[start - 1] === ' ' ? text.slice(start, capitalisedEnd(text, start)) : '';
};
