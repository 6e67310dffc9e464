import type { AlertBook, Verdict } from '../ports/alert-books.ts';

const step = 1.1;
const highest = 3;
/** Feedback kept as it was given; what came before is only its effect. */
const maxFeedback = 200;

const apply = (factor: number, verdict: Verdict): number =>
  verdict === 'false-alarm' ? Math.min(highest, factor * step) : Math.max(1, factor / step);

/**
 * By how much a person's threshold is raised: 10 % for each false alarm they marked, up to three times the model's;
 * each alarm they confirmed lowers it by as much, never below the model's.
 *
 * @returns 1 … 3
 * @example
 * thresholdFactor({ baseFactor: 1, feedback: [{ episodeId: 'a', verdict: 'false-alarm', atMs: 0 }] }) // => 1.1
 * thresholdFactor({ baseFactor: 1, feedback: [{ episodeId: 'a', verdict: 'confirmed', atMs: 0 }] }) // => 1
 */
export const thresholdFactor = ({
  baseFactor,
  feedback,
}: Pick<AlertBook, 'baseFactor' | 'feedback'>): number =>
  feedback.reduce((factor, { verdict }) => apply(factor, verdict), baseFactor);

/**
 * A book with what a person said of an episode. Saying the same again changes nothing; saying the opposite takes
 * back what was said.
 *
 * @returns the same book where nothing is new
 */
export const recordFeedback = (
  book: AlertBook,
  said: { readonly episodeId: string; readonly verdict: Verdict; readonly atMs: number },
): AlertBook => {
  const before = book.feedback.find(({ episodeId }) => episodeId === said.episodeId);
  if (before?.verdict === said.verdict) return book;
  const feedback = [...book.feedback.filter((one) => one !== before), said];
  const dropped = feedback.slice(0, Math.max(0, feedback.length - maxFeedback));
  return {
    ...book,
    baseFactor: thresholdFactor({ baseFactor: book.baseFactor, feedback: dropped }),
    feedback: feedback.slice(dropped.length),
  };
};
