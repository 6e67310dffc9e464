import * as z from 'zod';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const instantText = 'an ISO 8601 instant with an offset, such as 2025-10-19T23:59:59+02:00';

/** An integer in a range, both ends included. */
export const integerFrom = (lowest: number, highest: number) => {
  const error = `an integer from ${lowest} to ${highest}`;
  return z.int({ error }).min(lowest, { error }).max(highest, { error });
};

/** A number in a range, both ends included. */
export const numberFrom = (lowest: number, highest: number) => {
  const error = `a number from ${lowest} to ${highest}`;
  return z.number({ error }).min(lowest, { error }).max(highest, { error });
};

/** One of a few words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `one of ${words.join(', ')}` });

/** A non-empty text with an upper length. */
export const textUpTo = (maxLength: number) => {
  const error = `a text of 1 to ${maxLength} characters`;
  return z.string({ error }).min(1, { error }).max(maxLength, { error });
};

/** ISO 8601 with an offset, as milliseconds since 1970 UTC. Without an offset it is refused: it names no instant. */
export const instant = () =>
  z.string({ error: instantText }).transform((text, context) => {
    const at = withOffset.test(text) ? parseTimestamp(text) : undefined;
    if (at !== undefined) return at;
    context.addIssue({ code: 'custom', message: instantText });
    return z.NEVER;
  });
