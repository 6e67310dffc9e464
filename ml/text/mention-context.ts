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

/** As far as the words of a clause bear on each other; also keeps the work for a text full of keywords linear. */
const mostWordsBefore = 15;
const mostWordsAfter = 8;

/**
 * A word or the end of a clause. Words as `tokenize` cuts them, save that anything beyond ASCII is taken for a
 * letter: it only has to end a rule's reach.
 */
const pieces = /([a-z0-9\u0080-\uffff]+(?:'[a-z0-9\u0080-\uffff]+)*)|[.,;:!?()"\n\r]| -+ /g;

/** A text as its pieces; the word of a piece that ends a clause is empty. */
interface Pieces {
  readonly words: readonly string[];
  readonly starts: readonly number[];
}

const cut = (text: string): Pieces => {
  const words: string[] = [];
  const starts: number[] = [];
  for (const match of text.matchAll(pieces)) {
    words.push(match[1] ?? '');
    starts.push(match.index);
  }
  return { words, starts };
};

/** The first index whose value is at least a threshold; values in ascending order. O(log n). */
const firstAtLeast = (values: readonly number[], threshold: number): number => {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
};

const clauseBefore = ({ words, starts }: Pieces, position: number): readonly string[] => {
  const end = firstAtLeast(starts, position);
  let begin = end;
  while (begin > 0 && end - begin < mostWordsBefore && words[begin - 1] !== '') begin -= 1;
  return words.slice(begin, end);
};

const clauseAfter = ({ words, starts }: Pieces, position: number): readonly string[] => {
  const begin = firstAtLeast(starts, position);
  let end = begin;
  while (end < words.length && end - begin < mostWordsAfter && words[end] !== '') end += 1;
  return words.slice(begin, end);
};

/**
 * The surroundings of each keyword of a text.
 *
 * O(n) for the text and O(log n) for each keyword.
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
  const textPieces = cut(text);
  const trimmedLength = text.trim().length;
  const spans = quotedSpans(text).filter((span) => span.end - span.start < trimmedLength);
  const spanEnds = spans.map((span) => span.end);
  return hits.map(({ keyword, start, end }) => {
    const candidate: QuotedSpan | undefined = spans[firstAtLeast(spanEnds, end)];
    const quotes = candidate !== undefined && candidate.start < start ? candidate : undefined;
    return {
      keyword,
      before: clauseBefore(textPieces, start),
      after: clauseAfter(textPieces, end),
      written: original.slice(origins?.[start] ?? start, origins?.[end] ?? end),
      isInQuotes: quotes !== undefined,
      beforeQuotes: quotes === undefined ? [] : clauseBefore(textPieces, quotes.start),
    };
  });
};
