import type { CustomerEvent, CustomerProfile } from '../../../../ml/features/customer/customer-event.ts';

const msPerDay = 86_400_000;

/**
 * The features anew, written from the table in docs/customer-features.md alone: one loop over all events for each
 * value, nothing sorted, nothing shared with the product.
 */
export const recompute = (
  profile: CustomerProfile,
  events: readonly CustomerEvent[],
  cutoff: number,
): Record<string, number | null> => {
  const ageDays = (event: CustomerEvent) => (cutoff - event.at) / msPerDay;
  /** Events of an age of `from` days or more and less than `to`. */
  const count = (from: number, to: number, is: (event: CustomerEvent) => boolean) => {
    let found = 0;
    for (const event of events) if (ageDays(event) >= from && ageDays(event) < to && is(event)) found += 1;
    return found;
  };
  const average = (from: number, to: number, numberOf: (event: CustomerEvent) => number | undefined) => {
    let sum = 0;
    let found = 0;
    for (const event of events) {
      const value = ageDays(event) >= from && ageDays(event) < to ? numberOf(event) : undefined;
      if (value === undefined) continue;
      sum += value;
      found += 1;
    }
    return found === 0 ? null : sum / found;
  };
  const youngest = (is: (event: CustomerEvent) => boolean) => {
    let age: number | null = null;
    for (const event of events) {
      if (ageDays(event) >= 0 && is(event) && (age === null || ageDays(event) < age)) age = ageDays(event);
    }
    return age;
  };
  const isHeld = (event: CustomerEvent) => event.type === 'session' && event.outcome === 'held';
  const isPaid = (event: CustomerEvent) => event.type === 'payment' && event.hasSucceeded;
  const isAction = (event: CustomerEvent) => event.type === 'login' || event.type === 'message';
  const stars = (event: CustomerEvent) =>
    event.type === 'session' && event.outcome === 'held' ? event.stars : undefined;
  const tenure = Math.max(0, (cutoff - profile.signedUpAt) / msPerDay);

  const values: Record<string, number | null> = {};
  for (const days of [7, 14, 30]) {
    const of = (name: string) => `${name}_${days}d`;
    const held = count(0, days, isHeld);
    const planned = count(0, days, ({ type }) => type === 'session');
    const due = count(0, days, ({ type }) => type === 'payment');
    values[of('session_count')] = held;
    values[of('session_frequency')] = held / Math.min(days, tenure < 1 ? 1 : tenure);
    values[of('avg_rating')] = average(0, days, stars);
    values[of('cancellation_rate')] = planned === 0 ? null : (planned - held) / planned;
    values[of('ib_call_count')] = count(0, days, ({ type }) => type === 'ib-call');
    values[of('negative_calls')] = count(0, days, (event) => event.type === 'ib-call' && event.isNegative);
    values[of('login_count')] = count(0, days, ({ type }) => type === 'login');
    values[of('message_count')] = count(0, days, ({ type }) => type === 'message');
    values[of('payment_success_rate')] = due === 0 ? null : count(0, days, isPaid) / due;
  }
  values['days_since_last_session'] = youngest(isHeld);
  values['days_since_last_login'] = youngest(({ type }) => type === 'login');
  values['days_since_last_payment'] = youngest(isPaid);
  values['days_since_last_ib_call'] = youngest(({ type }) => type === 'ib-call');
  values['customer_tenure_days'] = tenure;
  const total = count(0, Infinity, isHeld);
  values['total_sessions'] = total;
  values['total_spend'] = 0;
  for (const event of events) {
    if (ageDays(event) >= 0 && event.type === 'payment' && event.hasSucceeded) {
      values['total_spend'] += event.amount;
    }
  }
  let primary: string | undefined;
  let most = 0;
  let latest = Infinity;
  for (const event of events) {
    if (event.type !== 'session' || !isHeld(event) || ageDays(event) < 0) continue;
    const isTheirs = (other: CustomerEvent) =>
      isHeld(other) && 'tutorId' in other && other.tutorId === event.tutorId;
    const theirs = count(0, Infinity, isTheirs);
    const age = youngest(isTheirs) ?? Infinity;
    if (theirs > most || (theirs === most && age < latest))
      [primary, most, latest] = [event.tutorId, theirs, age];
  }
  values['tutor_consistency'] = total === 0 ? null : most / total;
  values['primary_tutor_rating'] = average(0, Infinity, (event) =>
    event.type === 'session' && event.tutorId === primary ? stars(event) : undefined,
  );
  values['tutor_switch_count'] = count(0, Infinity, ({ type }) => type === 'tutor-change');
  values['tutor_response_hours'] = average(0, 30, (event) =>
    event.type === 'reply' ? event.responseHours : undefined,
  );
  let firstAt = Infinity;
  values['first_session_success'] = null;
  for (const event of events) {
    if (event.type !== 'session' || ageDays(event) < 0 || event.at >= firstAt) continue;
    firstAt = event.at;
    values['first_session_success'] = (stars(event) ?? 0) >= 4 ? 1 : 0;
  }
  values['session_velocity_change'] = count(0, 14, isHeld) / 14 - count(14, 30, isHeld) / 16;
  const now = average(0, 14, stars);
  const before = average(14, 30, stars);
  values['rating_trend'] = now === null || before === null ? null : now - before;
  values['engagement_trend'] = count(0, 7, isAction) - count(7, 14, isAction);
  return values;
};
