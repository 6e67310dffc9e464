import { kindAt, unitKind } from './unit-kinds.ts';

/** A word in a text: `start` ≤ i < `end`. */
export interface Token {
  readonly start: number;
  readonly end: number;
}

/** A word with its hyphens and apostrophes; two titles with their full stops as one. */
const token =
  /(?<![\p{L}\p{M}\p{N}_])(?:[Ss]ig\.ra|[Dd]ott\.(?:ssa|ri)|[\p{L}\p{M}]{1,40}(?:['´/-][\p{L}\p{M}]{1,20}){0,3})/gu;
const stopped = /[Ss]ig\.ra|[Dd]ott\.(?:ssa|ri)/y;
const mostFirst = 40;
const mostFurther = 20;
const mostFurtherParts = 3;

const inWord = unitKind.letter | unitKind.mark;
const before = inWord | unitKind.number;

/** For what is beyond units: a pattern reads on from a position. */
const patternFrom = (text: string, position: number): Token | undefined => {
  token.lastIndex = position;
  const match = token.exec(text);
  return match === null ? undefined : { start: match.index, end: token.lastIndex };
};

const isJoint = (unit: number) => unit === 0x27 || unit === 0xb4 || unit === 0x2f || unit === 0x2d;

const lettersEnd = (text: string, start: number, most: number): number => {
  let end = start;
  while (end - start < most && (kindAt(text, end) & inWord) !== 0) end += 1;
  return end;
};

const endOf = (text: string, start: number): number => {
  let end = lettersEnd(text, start, mostFirst);
  if (text.charCodeAt(end) === 0x2e && end - start < 5) {
    stopped.lastIndex = start;
    if (stopped.test(text)) return stopped.lastIndex;
  }
  for (let parts = 0; parts < mostFurtherParts && isJoint(text.charCodeAt(end)); parts += 1) {
    const next = lettersEnd(text, end + 1, mostFurther);
    if (next === end + 1) break;
    end = next;
  }
  return end;
};

/**
 * The first word that begins at a position or behind it.
 *
 * @example
 * tokenFrom('7 mother-in-law', 0) // => { start: 2, end: 15 }
 */
export const tokenFrom = (text: string, position: number): Token | undefined => {
  let last = kindAt(text, position - 1);
  if ((last & unitKind.half) !== 0) return patternFrom(text, position);
  for (let start = position; start < text.length; start += 1) {
    const kind = kindAt(text, start);
    if ((kind & unitKind.half) !== 0) return patternFrom(text, position);
    if ((kind & inWord) !== 0 && (last & before) === 0 && text.charCodeAt(start - 1) !== 0x5f) {
      const end = endOf(text, start);
      const isCut =
        (kindAt(text, end) & unitKind.half) !== 0 || (kindAt(text, end + 1) & unitKind.half) !== 0;
      return isCut ? patternFrom(text, position) : { start, end };
    }
    last = kind;
  }
  return undefined;
};
