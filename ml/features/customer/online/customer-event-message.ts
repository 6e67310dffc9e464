import * as z from 'zod';
import {
  acquisitionChannels,
  customerSubjects,
  gradeLevels,
  subscriptionTiers,
} from '../customer-categories.ts';

/** Rises whenever the form of a message changes. */
export const customerEventVersion = 1;

/** What is wrong is said as the phrase after "must be". */
const idError = 'a name of 1 to 128 letters, digits and . _ : @ -';
const id = z.string({ error: idError }).regex(/^[\w.:@-]{1,128}$/, { error: idError });
const tutorError = 'a name of 1 to 64 letters, digits and . _ : @ -';
const tutorId = z.string({ error: tutorError }).regex(/^[\w.:@-]{1,64}$/, { error: tutorError });
const flag = z.boolean({ error: 'true or false' });

const firstMoment = Date.UTC(2000, 0, 1);
const lastMoment = Date.UTC(2100, 0, 1);
const momentError = 'whole milliseconds since 1970 UTC, of the years 2000 to 2099';
const moment = z
  .int({ error: momentError })
  .min(firstMoment, { error: momentError })
  .max(lastMoment - 1, { error: momentError });

const wholeUpTo = (least: number, most: number) => {
  const error = `a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

const amountError = 'an amount from 0 to 1000000 with at most two decimals';
const amount = z
  .number({ error: amountError })
  .min(0, { error: amountError })
  .max(1_000_000, { error: amountError })
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, { error: amountError });

const hoursError = 'hours from 0 to 1000000';
const hours = z
  .number({ error: hoursError })
  .min(0, { error: hoursError })
  .max(1_000_000, { error: hoursError });

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });

const common = {
  schemaVersion: z.literal(customerEventVersion, { error: String(customerEventVersion) }),
  /** The same for every copy of one event, and for no other event of this customer. */
  eventId: id,
  customerId: id,
  /** When it happened. */
  at: moment,
};

const kinds = [
  z.strictObject({
    ...common,
    type: z.literal('session'),
    outcome: oneOf(['held', 'cancelled']),
    stars: wholeUpTo(1, 5).optional(),
    tutorId,
  }),
  z.strictObject({ ...common, type: z.literal('login') }),
  z.strictObject({ ...common, type: z.literal('payment'), hasSucceeded: flag, amount }),
  z.strictObject({ ...common, type: z.literal('ib-call'), isNegative: flag }),
  z.strictObject({ ...common, type: z.literal('message') }),
  z.strictObject({ ...common, type: z.literal('reply'), responseHours: hours }),
  z.strictObject({ ...common, type: z.literal('tutor-change') }),
  z.strictObject({
    ...common,
    type: z.literal('profile'),
    signedUpAt: moment,
    tier: oneOf(subscriptionTiers),
    channel: oneOf(acquisitionChannels),
    grade: oneOf(gradeLevels),
    /** Position in `customerSubjects`. */
    subject: wholeUpTo(0, customerSubjects.length - 1),
  }),
] as const;

/**
 * One event of one customer, as it travels: an event of `CustomerEvent`, or a profile, of which the latest holds, with
 * whose it is and an id by which copies of it are known.
 */
export const CustomerEventMessage = z.discriminatedUnion('type', kinds, {
  error: `an object whose type is one of ${kinds.map(({ shape }) => shape.type.value).join(', ')}`,
});
export type CustomerEventMessage = z.infer<typeof CustomerEventMessage>;
