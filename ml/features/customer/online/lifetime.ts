import { successStars } from '../compute-customer-features.ts';
import type { CustomerEvent, SessionEvent } from '../customer-event.ts';

/** What is kept of the sessions that one tutor held. */
export interface TutorTally {
  readonly held: number;
  readonly rated: number;
  /** Sum over the rated ones. */
  readonly stars: number;
  /** Of the latest one, milliseconds since 1970 UTC. */
  readonly lastAt: number;
}

/** Counts, sums and extremes that do not depend on the order in which events are added. */
export interface Lifetime {
  /** Held. */
  readonly sessions: number;
  /** Payments that succeeded, in hundredths, so that sums are exact. */
  readonly spendHundredths: number;
  readonly tutorChanges: number;
  /** Moments in milliseconds since 1970 UTC; null where there was none. */
  readonly lastHeldAt: number | null;
  readonly lastLoginAt: number | null;
  readonly lastPaidAt: number | null;
  readonly lastCallAt: number | null;
  /** The very first planned session. */
  readonly first: { readonly at: number; readonly isSuccess: boolean } | null;
  readonly tutors: ReadonlyMap<string, TutorTally>;
}

export const emptyLifetime: Lifetime = {
  sessions: 0,
  spendHundredths: 0,
  tutorChanges: 0,
  lastHeldAt: null,
  lastLoginAt: null,
  lastPaidAt: null,
  lastCallAt: null,
  first: null,
  tutors: new Map(),
};

const noSessions: TutorTally = { held: 0, rated: 0, stars: 0, lastAt: 0 };

const later = (known: number | null, at: number): number => Math.max(known ?? at, at);

/** Of two sessions of one instant the success, so that all orders end alike. */
const firstOf = (known: Lifetime['first'], other: NonNullable<Lifetime['first']>): Lifetime['first'] => {
  if (known === null || other.at < known.at) return other;
  if (other.at > known.at) return known;
  return { at: known.at, isSuccess: known.isSuccess || other.isSuccess };
};

const withSession = (lifetime: Lifetime, session: SessionEvent): Lifetime => {
  const { at, outcome, stars, tutorId } = session;
  const isHeld = outcome === 'held';
  const isSuccess = isHeld && (stars ?? 0) >= successStars;
  const planned = { ...lifetime, first: firstOf(lifetime.first, { at, isSuccess }) };
  if (!isHeld) return planned;
  const tally = lifetime.tutors.get(tutorId) ?? noSessions;
  const tutors = new Map(lifetime.tutors).set(tutorId, {
    held: tally.held + 1,
    rated: tally.rated + (stars === undefined ? 0 : 1),
    stars: tally.stars + (stars ?? 0),
    lastAt: Math.max(tally.lastAt, at),
  });
  return {
    ...planned,
    sessions: lifetime.sessions + 1,
    lastHeldAt: later(lifetime.lastHeldAt, at),
    tutors,
  };
};

/**
 * A customer's lifetime with one more event; the order of events does not matter.
 *
 * @param event - not added before
 * @example
 * addToLifetime(emptyLifetime, { type: 'payment', at: 5, hasSucceeded: true, amount: 19.9 }).spendHundredths // => 1990
 */
export const addToLifetime = (lifetime: Lifetime, event: CustomerEvent): Lifetime => {
  switch (event.type) {
    case 'session':
      return withSession(lifetime, event);
    case 'login':
      return { ...lifetime, lastLoginAt: later(lifetime.lastLoginAt, event.at) };
    case 'payment':
      if (!event.hasSucceeded) return lifetime;
      return {
        ...lifetime,
        spendHundredths: lifetime.spendHundredths + Math.round(event.amount * 100),
        lastPaidAt: later(lifetime.lastPaidAt, event.at),
      };
    case 'ib-call':
      return { ...lifetime, lastCallAt: later(lifetime.lastCallAt, event.at) };
    case 'tutor-change':
      return { ...lifetime, tutorChanges: lifetime.tutorChanges + 1 };
    case 'message':
    case 'reply':
      return lifetime;
  }
};
