import * as z from 'zod';
import { camelRequest } from './camel-request.ts';
import { numberOfText } from './number-of-text.ts';

const longestNarrativeChars = 5_000_000;

/** What is wrong is said as the phrase after "must be". */
const object = { error: 'an object' };

const text = (leastChars: number, mostChars: number) => {
  const error = `a text of ${leastChars} to ${mostChars} characters`;
  return z.string({ error }).min(leastChars, { error }).max(mostChars, { error });
};

const upTo = (schema: z.ZodNumber, highest: number, error: string) =>
  schema.min(0, { error }).max(highest, { error });

const numberUpTo = (highest: number) => {
  const error = `a number from 0 to ${highest}`;
  return upTo(z.number({ error }), highest, error);
};

/** Null, as Python writes what it does not know, is as if left out. */
const orNothing = (value: unknown): unknown => (value === null ? undefined : value);

/** Senders differ in whether they quote numbers. */
const measured = (value: unknown): unknown => orNothing(numberOfText(value));

const count = 'an integer from 0 to 1000000000';
const recordTypeName = 'a name of at most 64 letters and digits, such as StepsRecord';

const SourceMetadata = z.object(
  {
    bucket: text(1, 255),
    key: text(1, 1024),
    /** One of the six, or any other name of a record type. */
    recordType: z
      .string({ error: recordTypeName })
      .regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/, { error: recordTypeName }),
    userId: text(1, 256),
    correlationId: z.preprocess(orNothing, text(0, 1024).default('')),
  },
  object,
);

const ProcessingMetadata = z.object(
  {
    /** Seconds. */
    duration: z.preprocess(measured, numberUpTo(1_000_000_000).default(0)),
    recordCount: z.preprocess(measured, upTo(z.int({ error: count }), 1_000_000_000, count).default(0)),
    qualityScore: z.preprocess(measured, numberUpTo(1).default(0)),
    /** The keys inside are kept as they come. */
    clinicalInsights: z.preprocess(orNothing, z.record(z.string(), z.unknown(), object).default({})),
  },
  object,
);

/** What becomes one training line, with the seed's names in camelCase or snake_case. */
export const NarrativeRequest = z.preprocess(
  camelRequest,
  z.object(
    {
      narrative: text(0, longestNarrativeChars),
      sourceMetadata: SourceMetadata,
      processingMetadata: z.preprocess(orNothing, ProcessingMetadata.prefault({})),
    },
    object,
  ),
);
export type NarrativeRequest = z.infer<typeof NarrativeRequest>;
