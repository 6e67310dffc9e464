// The fields of request-fields.ts in zod/mini, which all schemas behind the watch are written in: a quarter of the
// code and a third of the time that zod takes to make them (docs/wearable-endpoint.md).
import * as z from 'zod/mini';

/** An integer in a range, both ends included. */
export const integerFrom = (lowest: number, highest: number) => {
  const error = `an integer from ${lowest} to ${highest}`;
  return z.int({ error }).check(z.gte(lowest, { error }), z.lte(highest, { error }));
};

/** Size of the least number but 0 that is taken in: DynamoDB knows none below 1e-130. */
const leastSize = 1e-100;

/** Refuses what the store could not hold, which would cost the batch and not the metric. */
export const storable = z.refine<number>((value) => value === 0 || Math.abs(value) >= leastSize, {
  error: `0, or at least ${leastSize} in size`,
});

/** A number in a range, both ends included. */
export const numberFrom = (lowest: number, highest: number) => {
  const error = `a number from ${lowest} to ${highest}`;
  return z.number({ error }).check(z.gte(lowest, { error }), z.lte(highest, { error }), storable);
};

/** A non-empty text with an upper length, none of whose characters is half of one; no later check sees another. */
export const textUpTo = (maxLength: number) => {
  const otherwise = {
    error: `a text of 1 to ${maxLength} characters, in well-formed Unicode`,
    abort: true,
  };
  return z.string(otherwise).check(
    z.minLength(1, otherwise),
    z.maxLength(maxLength, otherwise),
    z.refine((text) => text.isWellFormed(), otherwise),
  );
};
