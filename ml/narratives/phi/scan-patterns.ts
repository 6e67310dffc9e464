import { findStarts } from './find-starts.ts';

/** All matches of a pattern in the text at hand. */
export type Matches = (pattern: RegExp) => readonly RegExpExecArray[];

const matchesAt = (sticky: RegExp, text: string, starts: readonly number[]): readonly RegExpExecArray[] => {
  const matches: RegExpExecArray[] = [];
  let end = 0;
  for (const start of starts) {
    if (start < end) continue;
    sticky.lastIndex = start;
    const match = sticky.exec(text);
    if (match === null) continue;
    end = start + match[0].length;
    matches.push(match);
  }
  return matches;
};

/**
 * Looks for many patterns in a text at once: one pass tells where each may begin, and only there is it tried.
 *
 * @param patterns - global, of the syntax that `parsePattern` reads; ask for the very same ones
 * @example
 * ((digits) => scanPatterns([digits])('5 of 14')(digits).map(String))(/\d+/g) // => ['5', '14']
 */
export const scanPatterns = (patterns: readonly RegExp[]): ((text: string) => Matches) => {
  // When first asked: a function that screens nothing starts without.
  let find: ReturnType<typeof findStarts> | undefined;
  const places = new Map(patterns.map((pattern, place) => [pattern, place]));
  const stickies = patterns.map(({ source, flags }) => new RegExp(source, flags.replace('g', 'y')));
  return (text) => {
    find ??= findStarts(patterns);
    const starts = find(text);
    return (pattern) => {
      const place = places.get(pattern)!;
      const own = starts[place];
      return own === undefined ? [...text.matchAll(pattern)] : matchesAt(stickies[place]!, text, own);
    };
  };
};
