import type { CustomerEvent, CustomerProfile } from '../customer-event.ts';
import { emptyLifetime, type Lifetime } from './lifetime.ts';

/** An event that a window may still count, with its id shortened. */
export interface RecentEvent {
  /** See `shortEventId`. */
  readonly id: string;
  readonly event: CustomerEvent;
}

/** A profile, and which message said so when. */
export interface StatedProfile {
  readonly id: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly profile: CustomerProfile;
}

/**
 * All that is kept of a customer's events: those of the last month one by one, the older ones as counts. Moments are
 * in milliseconds since 1970 UTC.
 */
export interface CustomerState {
  readonly profile: StatedProfile | undefined;
  /** Later than `foldedUntil`, in order of time, of equals of the id. */
  readonly recent: readonly RecentEvent[];
  /** Of the events up to `foldedUntil`. */
  readonly lifetime: Lifetime;
  /** Their ids, shortened, and when each was, in whole seconds: by them a copy is known. */
  readonly foldedIds: ReadonlyMap<string, number>;
  readonly foldedUntil: number;
  /** Up to then ids are no longer kept, and so no event is taken. */
  readonly forgottenUntil: number;
}

/** Of a customer of whom nothing has come. */
export const emptyCustomerState: CustomerState = {
  profile: undefined,
  recent: [],
  lifetime: emptyLifetime,
  foldedIds: new Map(),
  foldedUntil: 0,
  forgottenUntil: 0,
};
