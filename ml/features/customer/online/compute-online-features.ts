import { computeCustomerFeatures } from '../compute-customer-features.ts';
import type { CustomerProfile } from '../customer-event.ts';
import type { CustomerFeatureValues } from '../customer-features.ts';
import type { CustomerState } from './customer-state.ts';
import { addToLifetime, type Lifetime } from './lifetime.ts';

const msPerDay = 86_400_000;

/**
 * The 42 numeric features of a customer from what is kept of the events: those that `computeCustomerFeatures` gives
 * for all of them. What windows count is computed by it, what lasts a lifetime from counts.
 *
 * @param state - of this customer
 * @param profile - likewise
 * @param asOf - milliseconds since 1970 UTC, inclusive, no more than 31 days before the moment at which events were
 *   last added; an event after it is not looked at
 */
export const computeOnlineFeatures = (
  state: CustomerState,
  profile: CustomerProfile,
  asOf: number,
): CustomerFeatureValues => {
  const events = state.recent.map(({ event }) => event).filter(({ at }) => at <= asOf);
  const lifetime = events.reduce(addToLifetime, state.lifetime);
  const daysSince = (at: number | null) => (at === null ? null : (asOf - at) / msPerDay);
  return {
    ...computeCustomerFeatures(profile, events, asOf),
    days_since_last_session: daysSince(lifetime.lastHeldAt),
    days_since_last_login: daysSince(lifetime.lastLoginAt),
    days_since_last_payment: daysSince(lifetime.lastPaidAt),
    days_since_last_ib_call: daysSince(lifetime.lastCallAt),
    total_sessions: lifetime.sessions,
    total_spend: lifetime.spendHundredths / 100,
    ...primaryTutorFeatures(lifetime),
    tutor_switch_count: lifetime.tutorChanges,
    first_session_success: lifetime.first === null ? null : Number(lifetime.first.isSuccess),
  };
};

/** Who held most; of equals the one of the latest session. */
const primaryTutorFeatures = ({ tutors, sessions }: Lifetime) => {
  const [primary] = [...tutors].sort(
    ([oneId, one], [otherId, other]) =>
      other.held - one.held || other.lastAt - one.lastAt || (oneId < otherId ? -1 : 1),
  );
  if (primary === undefined) return { tutor_consistency: null, primary_tutor_rating: null };
  const [, { held, rated, stars }] = primary;
  return { tutor_consistency: held / sessions, primary_tutor_rating: rated === 0 ? null : stars / rated };
};
