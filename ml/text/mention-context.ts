import type { CrisisKeyword, KeywordHit } from './crisis-keywords.ts';
import type { FoldedText } from './fold-text.ts';
import { type QuotedSpan, quotedSpans } from './quoted-spans.ts';

/** What stands around a keyword, as far as its meaning may hang on it. */
export interface MentionContext {
  readonly keyword: CrisisKeyword;
  /** Words of the same clause before the keyword, in order. */
  readonly before: readonly string[];
  /** Words of the same clause after it. */
  readonly after: readonly string[];
  /** The keyword as it was written. */
  readonly written: string;
  /** It is part of something in quotation marks that is not the whole text. */
  readonly isInQuotes: boolean;
  /** Words of the clause before those quotation marks. */
  readonly beforeQuotes: readonly string[];
}

/** As far as anyone's clause goes; also keeps the work for a text full of keywords linear. */
const farthestBefore = 100;
const farthestAfter = 50;

const clauseBoundary = /[.,;:!?()"\n\r]| -+ /;
/** As `tokenize` cuts, save that anything beyond ASCII is taken for a letter: it only has to end a rule's reach. */
const words = /[a-z0-9\u0080-\uffff]+(?:'[a-z0-9\u0080-\uffff]+)*/g;

const clauseBefore = (text: string, at: number): readonly string[] => {
  const from = Math.max(0, at - farthestBefore);
  const clause = text.slice(from, at).split(clauseBoundary).at(-1)!;
  const found = clause.match(words) ?? [];
  // A slice may begin inside a word.
  return from > 0 && clause.length === at - from ? found.slice(1) : found;
};

const clauseAfter = (text: string, at: number): readonly string[] =>
  text
    .slice(at, at + farthestAfter)
    .split(clauseBoundary, 1)[0]!
    .match(words) ?? [];

const spanAround = (spans: readonly QuotedSpan[], hit: KeywordHit): QuotedSpan | undefined => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.end < hit.end) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start < hit.start ? span : undefined;
};

/**
 * The surroundings of each keyword of a text.
 *
 * O(n) for the text and O(1) for each keyword.
 *
 * @param original - the text as written
 * @param folded - the same, folded
 */
export const mentionContexts = (
  original: string,
  folded: FoldedText,
  hits: readonly KeywordHit[],
): readonly MentionContext[] => {
  const { text, origins } = folded;
  const trimmedLength = text.trim().length;
  const spans = quotedSpans(text).filter((span) => span.end - span.start < trimmedLength);
  return hits.map((hit) => {
    const span = spanAround(spans, hit);
    return {
      keyword: hit.keyword,
      before: clauseBefore(text, hit.start),
      after: clauseAfter(text, hit.end),
      written: original.slice(origins?.[hit.start] ?? hit.start, origins?.[hit.end] ?? hit.end),
      isInQuotes: span !== undefined,
      beforeQuotes: span === undefined ? [] : clauseBefore(text, span.start),
    };
  });
};
