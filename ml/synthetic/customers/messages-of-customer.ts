import type { CustomerEvent, CustomerProfile } from '../../features/customer/customer-event.ts';
import {
  type CustomerEventMessage,
  customerEventVersion,
} from '../../features/customer/online/customer-event-message.ts';

/**
 * A customer's life as the messages that a shop would send: the profile on the day of signing up, then each event. The
 * same life gives the same ids.
 *
 * @param life - events in order of time
 */
export const messagesOfCustomer = ({
  profile,
  events,
}: {
  readonly profile: CustomerProfile;
  readonly events: readonly CustomerEvent[];
}): readonly CustomerEventMessage[] => {
  const { customerId, ...facts } = profile;
  const common = (eventId: string) =>
    ({ schemaVersion: customerEventVersion, eventId: `${customerId}:${eventId}`, customerId }) as const;
  return [
    { ...common('profile'), type: 'profile', at: profile.signedUpAt, ...facts },
    ...events.map((event, index) => ({ ...common(String(index + 1)), ...event })),
  ];
};
