/** What a JSON text looks like before anything is built from it. */
export interface JsonScan {
  /** Of the deepest list or object; 0 for a plain value. */
  readonly depth: number;
  /** Members of all lists and objects together, or a few more. */
  readonly members: number;
  /** The text with the words NaN, Infinity and -Infinity, which JSON has no place for, as texts: the first 50,000. */
  readonly text: string;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);
/** Each costs a hundred bytes on the way, in a text of four each; what has more of them measures nothing. */
const mostWords = 50_000;
const notFinite = /-?(?:NaN|Infinity)\b/y;

/** The end of a text that begins before `start`, as the place after its closing quote. */
const endOfText = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== quote) {
    at += text.charCodeAt(at) === backslash ? 2 : 1;
  }
  return at + 1;
};

/**
 * Looks through a JSON text once, in no more memory than the text itself. A text that is not JSON passes: whoever
 * parses it next will say so.
 *
 * @example
 * scanJson('[{"rate": NaN}]') // => { depth: 2, members: 2, text: '[{"rate": "NaN"}]' }
 */
export const scanJson = (text: string): JsonScan => {
  const parts: string[] = [];
  let copied = 0;
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfText(text, at + 1);
      continue;
    }
    if (opening.has(code)) {
      depth += 1;
      members += 1;
      deepest = Math.max(deepest, depth);
    } else if (closing.has(code)) depth -= 1;
    else if (code === comma) members += 1;
    else if ((code === 0x4e || code === 0x49 || code === 0x2d) && parts.length < 2 * mostWords) {
      notFinite.lastIndex = at;
      const word = notFinite.exec(text)?.[0];
      if (word !== undefined) {
        parts.push(text.slice(copied, at), `"${word}"`);
        at += word.length;
        copied = at;
        continue;
      }
    }
    at += 1;
  }
  return {
    depth: deepest,
    members,
    text: parts.length === 0 ? text : [...parts, text.slice(copied)].join(''),
  };
};
