import { mean } from '../../stats/mean.ts';
import type { CustomerEvent, CustomerProfile, SessionEvent } from './customer-event.ts';
import type { CustomerFeatureValues } from './customer-features.ts';
import { primaryTutorOf } from './primary-tutor.ts';

const msPerDay = 86_400_000;
/** Stars from which on a session counts as a success. */
export const successStars = 4;

/**
 * The 42 numeric features of a customer at a cut-off, as `customerFeatures` defines them. O(n log n).
 *
 * Events after the cut-off are not looked at, and the order of the events does not matter, but among sessions of
 * one instant.
 *
 * @param profile - of the customer; who signed up after the cut-off has a tenure of 0
 * @param events - of this customer alone, shape [n]; not mutated
 * @param cutoff - milliseconds since 1970 UTC, inclusive
 */
export const computeCustomerFeatures = (
  profile: CustomerProfile,
  events: readonly CustomerEvent[],
  cutoff: number,
): CustomerFeatureValues => {
  const known = events.filter(({ at }) => at <= cutoff).sort((a, b) => a.at - b.at);
  const ofType = <Type extends CustomerEvent['type']>(type: Type) =>
    known.filter((event): event is Extract<CustomerEvent, { type: Type }> => event.type === type);
  const between = <Event extends CustomerEvent>(list: readonly Event[], from: number, to = 0): Event[] =>
    list.filter(({ at }) => at > cutoff - from * msPerDay && at <= cutoff - to * msPerDay);
  const daysSince = (event: CustomerEvent | undefined) => event && (cutoff - event.at) / msPerDay;

  const planned = ofType('session');
  const held = planned.filter(({ outcome }) => outcome === 'held');
  const logins = ofType('login');
  const payments = ofType('payment');
  const succeeded = payments.filter(({ hasSucceeded }) => hasSucceeded);
  const calls = ofType('ib-call');
  const messages = ofType('message');
  const tenureDays = Math.max(0, (cutoff - profile.signedUpAt) / msPerDay);
  const tutor = primaryTutorOf(held);
  const withTutor = held.filter(({ tutorId }) => tutorId === tutor);
  const recentStars = meanStars(between(held, 14));
  const earlierStars = meanStars(between(held, 30, 14));
  const actions = [...logins, ...messages];

  const inWindow = (days: number) => {
    const heldNow = between(held, days);
    const plannedNow = between(planned, days);
    const paymentsNow = between(payments, days);
    const callsNow = between(calls, days);
    return {
      sessions: heldNow.length,
      frequency: heldNow.length / Math.min(days, Math.max(1, tenureDays)),
      stars: meanStars(heldNow),
      cancellations: shareOf(plannedNow.length - heldNow.length, plannedNow.length),
      calls: callsNow.length,
      negativeCalls: callsNow.filter(({ isNegative }) => isNegative).length,
      logins: between(logins, days).length,
      messages: between(messages, days).length,
      paid: shareOf(between(succeeded, days).length, paymentsNow.length),
    };
  };
  const week = inWindow(7);
  const fortnight = inWindow(14);
  const month = inWindow(30);
  return {
    session_count_7d: week.sessions,
    session_count_14d: fortnight.sessions,
    session_count_30d: month.sessions,
    session_frequency_7d: week.frequency,
    session_frequency_14d: fortnight.frequency,
    session_frequency_30d: month.frequency,
    avg_rating_7d: week.stars,
    avg_rating_14d: fortnight.stars,
    avg_rating_30d: month.stars,
    cancellation_rate_7d: week.cancellations,
    cancellation_rate_14d: fortnight.cancellations,
    cancellation_rate_30d: month.cancellations,
    ib_call_count_7d: week.calls,
    ib_call_count_14d: fortnight.calls,
    ib_call_count_30d: month.calls,
    negative_calls_7d: week.negativeCalls,
    negative_calls_14d: fortnight.negativeCalls,
    negative_calls_30d: month.negativeCalls,
    days_since_last_session: daysSince(held.at(-1)) ?? null,
    days_since_last_login: daysSince(logins.at(-1)) ?? null,
    days_since_last_payment: daysSince(succeeded.at(-1)) ?? null,
    days_since_last_ib_call: daysSince(calls.at(-1)) ?? null,
    customer_tenure_days: tenureDays,
    total_sessions: held.length,
    total_spend: succeeded.reduce((sum, { amount }) => sum + amount, 0),
    login_count_7d: week.logins,
    login_count_14d: fortnight.logins,
    login_count_30d: month.logins,
    message_count_7d: week.messages,
    message_count_14d: fortnight.messages,
    message_count_30d: month.messages,
    payment_success_rate_7d: week.paid,
    payment_success_rate_14d: fortnight.paid,
    payment_success_rate_30d: month.paid,
    tutor_consistency: shareOf(withTutor.length, held.length),
    primary_tutor_rating: meanStars(withTutor),
    tutor_switch_count: ofType('tutor-change').length,
    tutor_response_hours: meanOrNull(between(ofType('reply'), 30).map(({ responseHours }) => responseHours)),
    first_session_success: successOf(planned[0]),
    session_velocity_change: fortnight.sessions / 14 - (month.sessions - fortnight.sessions) / 16,
    rating_trend: recentStars === null || earlierStars === null ? null : recentStars - earlierStars,
    engagement_trend: between(actions, 7).length - between(actions, 14, 7).length,
  };
};

const meanOrNull = (values: readonly number[]): number | null => (values.length === 0 ? null : mean(values));

const meanStars = (sessions: readonly SessionEvent[]): number | null =>
  meanOrNull(sessions.flatMap(({ stars }) => stars ?? []));

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const successOf = (session: SessionEvent | undefined): number | null =>
  session ? Number(session.outcome === 'held' && (session.stars ?? 0) >= successStars) : null;
