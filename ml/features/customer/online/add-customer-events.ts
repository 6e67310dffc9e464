import type { CustomerEvent } from '../customer-event.ts';
import type { CustomerEventMessage } from './customer-event-message.ts';
import type { CustomerState, RecentEvent, StatedProfile } from './customer-state.ts';
import { addToLifetime } from './lifetime.ts';
import { shortEventId } from './short-event-id.ts';
import { foldedUntilOf, forgetOldIds } from './state-bounds.ts';

const msPerDay = 86_400_000;
/** Longer than the longest window by a day, for clocks that differ. */
const recentMs = 31 * msPerDay;

/** What became of the events of one call. */
export interface AddedEvents {
  readonly state: CustomerState;
  /** Taken in for the first time. */
  readonly added: number;
  readonly duplicates: number;
  /** Too old for anybody to know whether they were taken in before; left out. */
  readonly expired: number;
}

/**
 * A customer's state with further events. The order in which events come does not matter, nor how often each comes:
 * the same events give the same state. O(n log n).
 *
 * @param state - not mutated
 * @param messages - of this customer alone, in any order
 * @param now - milliseconds since 1970 UTC; what is older than 31 days is only counted from then on
 */
export const addCustomerEvents = (
  state: CustomerState,
  messages: readonly CustomerEventMessage[],
  now: number,
): AddedEvents => {
  const seen = new Set(state.recent.map(({ id }) => id));
  const fresh: RecentEvent[] = [];
  let { profile } = state;
  let added = 0;
  let duplicates = 0;
  let expired = 0;
  for (const message of messages) {
    const id = shortEventId(message.eventId);
    if (message.type === 'profile') {
      const stated = statedProfile(id, message);
      if (profile === undefined || isLater(stated, profile)) {
        profile = stated;
        added += 1;
      } else duplicates += 1;
    } else if (message.at <= state.forgottenUntil) expired += 1;
    else if (seen.has(id) || state.foldedIds.has(id)) duplicates += 1;
    else {
      seen.add(id);
      fresh.push({ id, event: eventOf(message) });
      added += 1;
    }
  }
  const foldedUntil = Math.max(state.foldedUntil, now - recentMs);
  if (added === 0 && (state.recent[0]?.event.at ?? foldedUntil + 1) > foldedUntil) {
    return { state, added, duplicates, expired };
  }
  const recent = [...state.recent, ...fresh].sort(inOrder);
  const next = { ...state, profile, recent, foldedUntil: foldedUntilOf(recent, foldedUntil) };
  return { state: fold(next), added, duplicates, expired };
};

/** Of two profiles of one instant that of the greater id, so that all orders end alike. */
const isLater = (one: StatedProfile, other: StatedProfile): boolean =>
  one.at > other.at || (one.at === other.at && one.id > other.id);

const inOrder = (a: RecentEvent, b: RecentEvent): number =>
  a.event.at - b.event.at || (a.id < b.id ? -1 : Number(a.id > b.id));

const statedProfile = (
  id: string,
  message: Extract<CustomerEventMessage, { type: 'profile' }>,
): StatedProfile => {
  const { at, customerId, signedUpAt, tier, channel, grade, subject } = message;
  return { id, at, profile: { customerId, signedUpAt, tier, channel, grade, subject } };
};

const eventOf = (message: Exclude<CustomerEventMessage, { type: 'profile' }>): CustomerEvent => {
  const { schemaVersion: _version, eventId: _id, customerId: _whose, ...event } = message;
  if (event.type !== 'session') return event;
  const { stars, ...session } = event;
  return stars === undefined ? session : { ...session, stars };
};

/** Moves what lies before `foldedUntil` from the recent events into the lifetime. */
const fold = (state: CustomerState): CustomerState => {
  const { foldedUntil } = state;
  const old = state.recent.filter(({ event }) => event.at <= foldedUntil);
  if (old.length === 0) return state;
  const foldedIds = new Map(state.foldedIds);
  for (const { id, event } of old) foldedIds.set(id, Math.floor(event.at / 1000));
  return forgetOldIds({
    ...state,
    recent: state.recent.slice(old.length),
    lifetime: old.reduce((lifetime, { event }) => addToLifetime(lifetime, event), state.lifetime),
    foldedIds,
  });
};
