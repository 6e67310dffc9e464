import type { CustomerEntry } from '../../lambdas/shared/ports/customer-states.ts';
import { computeCustomerFeatures } from '../../ml/features/customer/compute-customer-features.ts';
import type { CustomerEvent, CustomerProfile } from '../../ml/features/customer/customer-event.ts';
import { customerRecord } from '../../ml/features/customer/customer-record.ts';
import { addCustomerEvents } from '../../ml/features/customer/online/add-customer-events.ts';
import { CustomerEventMessage } from '../../ml/features/customer/online/customer-event-message.ts';
import { emptyCustomerState } from '../../ml/features/customer/online/customer-state.ts';

const dayMs = 86_400_000;

export interface SilentCustomer {
  readonly profile: CustomerProfile;
  /** All that ever came. */
  readonly events: readonly CustomerEvent[];
  /** What the function behind the stream has left, with a low risk expected on the day of the last event. */
  readonly entry: CustomerEntry;
}

/**
 * Somebody who logged in once, and then fell silent.
 *
 * @param today - milliseconds since 1970 UTC
 */
export const silentCustomer = (customerId: string, today: number, silentDays: number): SilentCustomer => {
  const then = today - silentDays * dayMs;
  const facts = { tier: 'budget', channel: 'paid', grade: 'middle', subject: 5 } as const;
  const profile: CustomerProfile = { customerId, signedUpAt: today - 100 * dayMs, ...facts };
  const login: CustomerEvent = { type: 'login', at: then };
  const base = { schemaVersion: 1, customerId, at: then };
  const messages = [
    { ...base, eventId: 'profile', type: 'profile', signedUpAt: profile.signedUpAt, ...facts },
    { ...base, eventId: 'login', ...login },
  ].map((message) => CustomerEventMessage.parse(message));
  const { state } = addCustomerEvents(emptyCustomerState, messages, then);
  const inputs = customerRecord(profile, computeCustomerFeatures(profile, [login], then));
  const prediction = { at: then, churnRisk30d: 0.1, healthScore: 90, inputs };
  return { profile, events: [login], entry: { state, prediction, episode: undefined, alertIds: [] } };
};
