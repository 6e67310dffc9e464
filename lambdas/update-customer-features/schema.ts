import { CustomerEventMessage } from '../../ml/features/customer/online/customer-event-message.ts';
import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import { parsePrivate } from '../shared/runtime/parse-request.ts';

/** Clocks differ a little. */
const maxAheadMs = 15 * 60_000;
/** A lesson is cancelled before its time, but not a year before. */
const maxPlannedAheadMs = 90 * 86_400_000;

/**
 * One event of a customer from a record of the stream.
 *
 * @param input - parsed JSON
 * @param now - milliseconds since 1970 UTC
 * @throws {InvalidRequestError} naming each wrong field, or `at` of an event that lies ahead
 */
export const parseCustomerEvent = (input: unknown, now: number): CustomerEventMessage => {
  const message = parsePrivate(CustomerEventMessage, input);
  const isPlanned = message.type === 'session' && message.outcome === 'cancelled';
  const ahead = isPlanned ? maxPlannedAheadMs : maxAheadMs;
  if (message.at > now + ahead) {
    const allowed = isPlanned ? 'no more than 90 days ahead' : 'no more than 15 minutes ahead';
    throw new InvalidRequestError([{ field: 'at', allowed, arrived: 'a later moment' }]);
  }
  return message;
};

/** Which records the mapping is to deliver again. */
export interface UpdateCustomerFeaturesResult {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}
