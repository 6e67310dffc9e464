/** A stretch of text between quotation marks, marks included. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

/** Longer than that, a pair of marks is more likely two that do not belong together. */
const longestQuote = 200;

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isBlank = (character: string | undefined) => character === undefined || /\s/.test(character);

const opens = (text: string, at: number) => !isWordCharacter(text[at - 1]) && !isBlank(text[at + 1]);
const closes = (text: string, at: number) => !isWordCharacter(text[at + 1]) && !isBlank(text[at - 1]);

/**
 * What a text puts in quotation marks, " or ', told from apostrophes by what stands around them.
 *
 * O(n). Marks of one kind do not nest; a mark that is never closed opens nothing.
 *
 * @param folded - as `foldText` folds, so that all marks are straight
 * @example
 * quotedSpans("don't say 'that' to \"me\"") // => [{ start: 10, end: 16 }, { start: 20, end: 24 }]
 * quotedSpans("the girls' team isn't here") // => []
 */
export const quotedSpans = (folded: string): readonly QuotedSpan[] => {
  const spans: QuotedSpan[] = [];
  const opened: Record<string, number | undefined> = {};
  for (let at = 0; at < folded.length; at++) {
    const mark = folded[at]!;
    if (mark !== '"' && mark !== "'") continue;
    const start = opened[mark];
    if (start !== undefined && at - start <= longestQuote && closes(folded, at)) {
      spans.push({ start, end: at + 1 });
      opened[mark] = undefined;
    } else if (opens(folded, at)) opened[mark] = at;
  }
  return spans;
};
