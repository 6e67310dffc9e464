import * as z from 'zod';
import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import { camelRequest } from '../../ml/narratives/camel-request.ts';
import { NarrativeRequest } from '../../ml/narratives/narrative-request.ts';
import { parsePrivate } from '../shared/runtime/parse-request.ts';
import type { FormatOutcome } from './format-outcome.ts';
import type { NarrativeEntry } from './format-training-narratives.ts';

/** A synchronous invocation takes 6 MB in all, whatever their number. */
const maxRequests = 1000;

const Batch = z.strictObject({
  requests: z.array(z.unknown(), { error: 'a list' }).max(maxRequests, {
    error: `at most ${maxRequests} requests`,
  }),
});

/** One narrative or a batch of them. */
export interface FormatTrainingNarrativeRequest {
  readonly entries: readonly NarrativeEntry[];
  readonly isBatch: boolean;
}

/** One outcome, or those of a batch in its order. */
export type FormatTrainingNarrativeResult = FormatOutcome | { readonly results: readonly FormatOutcome[] };

/** @throws {InvalidRequestError} naming the wrong field; within a batch an entry that is wrong is just that */
export const parseFormatTrainingNarrativeRequest = (input: unknown): FormatTrainingNarrativeRequest => {
  if (typeof input === 'object' && input !== null && 'requests' in input) {
    const { requests } = parsePrivate(Batch, input);
    return { entries: requests.map(parseEntry), isBatch: true };
  }
  return { entries: [parseNarrative(input)], isBatch: false };
};

/** In camelCase before it is checked, so that an error finds what arrived in either spelling. */
const parseNarrative = (input: unknown): NarrativeRequest =>
  parsePrivate(NarrativeRequest, camelRequest(input));

const parseEntry = (input: unknown): NarrativeEntry => {
  try {
    return parseNarrative(input);
  } catch (error) {
    if (error instanceof InvalidRequestError) return error;
    throw error;
  }
};
