import type { CustomerState, RecentEvent } from './customer-state.ts';

/** A state lies in one item of DynamoDB, of at most 400 KB; these three together stay below. */
const maxRecentBytes = 180_000;
const maxFoldedIds = 10_000;
const maxTutors = 500;

/** What one takes when stored, at most, with its id, moment and numbers; tutors are named in ASCII. */
const bytesOf = ({ event }: RecentEvent): number =>
  64 + (event.type === 'session' ? event.tutorId.length : 0);

/**
 * How far events must be folded so that the rest can be stored. It moves ahead of the window's end only for who has
 * thousands of events in a month, as no person has; their windows then count what is kept.
 *
 * @param recent - in order of time
 * @param foldedUntil - milliseconds since 1970 UTC, the least that is given back
 */
export const foldedUntilOf = (recent: readonly RecentEvent[], foldedUntil: number): number => {
  let bytes = 0;
  for (const kept of recent.toReversed()) {
    bytes += bytesOf(kept);
    if (kept.event.at <= foldedUntil) return foldedUntil;
    if (bytes > maxRecentBytes) return kept.event.at;
  }
  return foldedUntil;
};

/**
 * A state that keeps the ids of the latest 10,000 folded events, and so takes no event that is older than those; and
 * of the tutors the 500 who held most.
 */
export const forgetOldIds = (state: CustomerState): CustomerState => {
  const { lifetime, foldedIds } = state;
  const tutors =
    lifetime.tutors.size <= maxTutors
      ? lifetime.tutors
      : new Map([...lifetime.tutors].sort(([, a], [, b]) => b.held - a.held).slice(0, maxTutors));
  if (foldedIds.size <= maxFoldedIds) return { ...state, lifetime: { ...lifetime, tutors } };
  const moments = [...foldedIds.values()].sort((a, b) => b - a);
  const lastForgotten = moments[maxFoldedIds]!;
  return {
    ...state,
    lifetime: { ...lifetime, tutors },
    foldedIds: new Map([...foldedIds].filter(([, second]) => second > lastForgotten)),
    forgottenUntil: Math.max(state.forgottenUntil, lastForgotten * 1000 + 999),
  };
};
