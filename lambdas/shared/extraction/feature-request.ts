import * as z from 'zod';
import { parseRequest } from '../runtime/parse-request.ts';
import { instant, integerFrom, textUpTo } from '../runtime/request-fields.ts';

const days = integerFrom(7, 365).default(30);
const maxRequests = 100;
const listText = `a list of 1 to ${maxRequests} objects { userId, asOf? }`;

const PersonRequest = z.strictObject(
  { userId: textUpTo(1024), asOf: instant().optional() },
  { error: 'an object { userId, asOf? }' },
);

/** The features of one person at one instant. */
export const SingleFeatureRequest = z.strictObject(
  { userId: textUpTo(1024), days, asOf: instant().optional() },
  { error: 'an object { userId, days?, asOf? } or { requests, days? }' },
);

/** The features of up to 100 pairs of person and instant. */
export const BatchFeatureRequest = z.strictObject({
  requests: z
    .array(PersonRequest, { error: listText })
    .min(1, { error: listText })
    .max(maxRequests, { error: listText }),
  days,
});

export type SingleFeatureRequest = z.infer<typeof SingleFeatureRequest>;
export type BatchFeatureRequest = z.infer<typeof BatchFeatureRequest>;
export type FeatureRequest = SingleFeatureRequest | BatchFeatureRequest;

/**
 * A request for one person or for a batch, told apart by the field `requests`.
 *
 * @throws {InvalidRequestError} naming the missing or wrong field
 */
export const parseFeatureRequest = (input: unknown): FeatureRequest =>
  typeof input === 'object' && input !== null && 'requests' in input
    ? parseRequest(BatchFeatureRequest, input)
    : parseRequest(SingleFeatureRequest, input);
