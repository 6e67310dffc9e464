/** What a numeric feature is; one declaration serves whoever computes, writes, checks or documents it. */
export interface CustomerFeature {
  readonly name: string;
  /** How it is computed from the events up to and including the cut-off. */
  readonly formula: string;
  readonly unit: string;
  /** When it is unknown, and so empty in files; undefined where it never is. */
  readonly emptyWhen: string | undefined;
  /** Smallest and largest possible value. */
  readonly range: readonly [number, number];
}

type Definition<Name extends string> = CustomerFeature & { readonly name: Name };

const feature = <const Name extends string>(
  name: Name,
  [formula, unit, range, emptyWhen]: readonly [string, string, readonly [number, number], string?],
): Definition<Name> => ({ name, formula, unit, range, emptyWhen });

/** One feature over each window of W = 7, 14 and 30 days, `(cut-off − W days, cut-off]`. */
const perWindow = <const Name extends string>(
  name: Name,
  definition: readonly [string, string, readonly [number, number], string?],
) =>
  [
    feature(`${name}_7d`, definition),
    feature(`${name}_14d`, definition),
    feature(`${name}_30d`, definition),
  ] as const;

const anyCount = [0, 1e6] as const;
const anyDays = [0, 36_525] as const;

/** The 42 numeric features of a customer, in the order of files and of the model's input. */
export const customerFeatures = [
  ...perWindow('session_count', ['sessions held in W', 'sessions', anyCount]),
  ...perWindow('session_frequency', [
    'sessions held in W / min(W, tenure), the tenure taken as at least 1 day',
    'sessions per day',
    [0, 1e6],
  ]),
  ...perWindow('avg_rating', [
    'mean stars of the rated sessions held in W',
    'stars',
    [1, 5],
    'none was rated',
  ]),
  ...perWindow('cancellation_rate', [
    'sessions cancelled in W / sessions held or cancelled in W',
    'share',
    [0, 1],
    'none was planned',
  ]),
  ...perWindow('ib_call_count', ['calls to support in W', 'calls', anyCount]),
  ...perWindow('negative_calls', ['calls to support in W with negative sentiment', 'calls', anyCount]),
  feature('days_since_last_session', ['cut-off − last session held', 'days', anyDays, 'none was held']),
  feature('days_since_last_login', ['cut-off − last login', 'days', anyDays, 'there was none']),
  feature('days_since_last_payment', [
    'cut-off − last payment that succeeded',
    'days',
    anyDays,
    'none succeeded',
  ]),
  feature('days_since_last_ib_call', ['cut-off − last call to support', 'days', anyDays, 'there was none']),
  feature('customer_tenure_days', ['cut-off − signing up', 'days', anyDays]),
  feature('total_sessions', ['sessions held', 'sessions', anyCount]),
  feature('total_spend', ['sum of the payments that succeeded', 'currency', [0, 1e9]]),
  ...perWindow('login_count', ['logins in W', 'logins', anyCount]),
  ...perWindow('message_count', ['messages of the customer in W', 'messages', anyCount]),
  ...perWindow('payment_success_rate', [
    'payments in W that succeeded / payments in W',
    'share',
    [0, 1],
    'none was due',
  ]),
  feature('tutor_consistency', [
    'sessions held with the primary tutor / sessions held; the primary tutor held most, of equals the one of the latest session',
    'share',
    [0, 1],
    'none was held',
  ]),
  feature('primary_tutor_rating', [
    'mean stars of the rated sessions held with the primary tutor',
    'stars',
    [1, 5],
    'none was rated',
  ]),
  feature('tutor_switch_count', ['changes of tutor', 'changes', anyCount]),
  feature('tutor_response_hours', [
    "mean waiting time of the tutors' answers in the last 30 days",
    'hours',
    [0, 1e6],
    'there was no answer',
  ]),
  feature('first_session_success', [
    "1 if the customer's very first planned session was held and rated 4 stars or more, else 0",
    '0 or 1',
    [0, 1],
    'none was planned',
  ]),
  feature('session_velocity_change', [
    'sessions held in 14 d / 14 − sessions held in the 16 d before / 16',
    'sessions per day',
    [-1e6, 1e6],
  ]),
  feature('rating_trend', [
    'mean stars in 14 d − mean stars in the 16 d before',
    'stars',
    [-4, 4],
    'none was rated in one of them',
  ]),
  feature('engagement_trend', [
    'logins and messages in 7 d − logins and messages in the 7 d before',
    'actions',
    [-1e6, 1e6],
  ]),
] as const;

export type CustomerFeatureName = (typeof customerFeatures)[number]['name'];

/** A value for each feature; null where it is unknown. */
export type CustomerFeatureValues = Readonly<Record<CustomerFeatureName, number | null>>;

/** Rises whenever a feature is added, removed, moved or defined anew. */
export const customerFeatureSchemaVersion = 1;
