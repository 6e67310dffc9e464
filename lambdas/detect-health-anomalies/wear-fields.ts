// The fields of request-fields.ts in zod/mini, which all schemas behind the watch are written in: a quarter of the
// code and a third of the time that zod takes to make them (docs/wearable-endpoint.md).
import * as z from 'zod/mini';

/** An integer in a range, both ends included. */
export const integerFrom = (lowest: number, highest: number) => {
  const error = `an integer from ${lowest} to ${highest}`;
  return z.int({ error }).check(z.gte(lowest, { error }), z.lte(highest, { error }));
};

/** A number in a range, both ends included. */
export const numberFrom = (lowest: number, highest: number) => {
  const error = `a number from ${lowest} to ${highest}`;
  return z.number({ error }).check(z.gte(lowest, { error }), z.lte(highest, { error }));
};

/** A non-empty text with an upper length. */
export const textUpTo = (maxLength: number) => {
  const error = `a text of 1 to ${maxLength} characters`;
  return z.string({ error }).check(z.minLength(1, { error }), z.maxLength(maxLength, { error }));
};
