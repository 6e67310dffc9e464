import { addCustomerEvents } from '../../ml/features/customer/online/add-customer-events.ts';
import type { CustomerEventMessage } from '../../ml/features/customer/online/customer-event-message.ts';
import type { CustomerEntry } from '../shared/ports/customer-states.ts';

/** An entry with events added. */
export interface AddedToEntry {
  /** The same where nothing changed. */
  readonly entry: CustomerEntry;
  readonly added: number;
  readonly duplicates: number;
  readonly expired: number;
}

/** @param now - milliseconds since 1970 UTC */
export const withEvents = (
  entry: CustomerEntry,
  messages: readonly CustomerEventMessage[],
  now: number,
): AddedToEntry => {
  const { state, ...counts } = addCustomerEvents(entry.state, messages, now);
  return { entry: state === entry.state ? entry : { ...entry, state }, ...counts };
};
