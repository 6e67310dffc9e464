import type { PhiKind } from './phi-kind.ts';

/** A stretch of text, `start` ≤ i < `end`, that tells who somebody is. */
export interface PhiHit {
  readonly kind: PhiKind;
  readonly start: number;
  readonly end: number;
}

/** A text with what the patterns of all finders match in it. */
export interface PhiPage {
  readonly text: string;
  /** All matches of a pattern that one of the finders has. */
  readonly matches: (pattern: RegExp) => readonly RegExpExecArray[];
}

/** Finds the hits of some kinds; its time grows no faster than the text. */
export interface PhiFinder {
  /** Global, and repeating within bounds only; looked for in one pass with those of the others. */
  readonly patterns: readonly RegExp[];
  readonly find: (page: PhiPage) => readonly PhiHit[];
}

/** A word after a number that makes it a measurement rather than a part of something identifying. */
export const unitAhead =
  /^[ -]?(?:%|(?:mg|mcg|ug|µg|kg|ml|mmol|mmhg)(?![a-z])|g\b|lbs?\b|dl\b|l\b|iu\b|units?\b|steps?|kcal|cals?\b|calories|kj|bpm|beats|brpm|ms\b|msec|s\b|secs?\b|seconds?|mins?\b|minutes?|h\b|hrs?\b|hours?|nights?|readings?|samples?|measurements?|records?|points?|participants|patients|people|persons|subjects|times|reps?\b|sets?\b|laps?\b|percent|percentile|km|m\b|mi\b|miles?|meters?|metres?|feet|ft\b|floors?|cm|mm\b|inches|degrees|°|sessions?|episodes?|events?|doses?|tablets?|capsules?|pills?|meals?|grams?|out of|pages?|items?|cycles|breaths|w\b|watts?|mets?\b|hz|db\b)/i;

/**
 * Every match of a pattern as a hit of a kind.
 *
 * @param accept - looks at a match and what follows it
 */
export const hitsOf = (
  { text, matches }: PhiPage,
  pattern: RegExp,
  { kind, accept }: { kind: PhiKind; accept?: (match: RegExpExecArray, ahead: string) => boolean },
): readonly PhiHit[] => {
  const hits: PhiHit[] = [];
  for (const match of matches(pattern)) {
    const end = match.index + match[0].length;
    if (accept === undefined || accept(match, text.slice(end, end + 24))) {
      hits.push({ kind, start: match.index, end });
    }
  }
  return hits;
};
