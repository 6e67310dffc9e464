import type { AcquisitionChannel, GradeLevel, SubscriptionTier } from './customer-categories.ts';

/** What is known of a customer from the day of signing up. */
export interface CustomerProfile {
  readonly customerId: string;
  /** Milliseconds since 1970 UTC. */
  readonly signedUpAt: number;
  readonly tier: SubscriptionTier;
  readonly channel: AcquisitionChannel;
  readonly grade: GradeLevel;
  /** Position in `customerSubjects`. */
  readonly subject: number;
}

/** One thing that happened; `at` is in milliseconds since 1970 UTC. */
export type CustomerEvent =
  | {
      readonly type: 'session';
      /** When the session was to begin. */
      readonly at: number;
      readonly outcome: 'held' | 'cancelled';
      /** 1 … 5 stars; absent where nobody rated it. */
      readonly stars?: number;
      readonly tutorId: string;
    }
  | { readonly type: 'login'; readonly at: number }
  | {
      readonly type: 'payment';
      readonly at: number;
      readonly hasSucceeded: boolean;
      /** In the shop's currency, ≥ 0. */
      readonly amount: number;
    }
  /** A call that the customer made to support ("IB", inbound). */
  | { readonly type: 'ib-call'; readonly at: number; readonly isNegative: boolean }
  /** From the customer to the tutor. */
  | { readonly type: 'message'; readonly at: number }
  /** The tutor's answer to a message, and how long the customer waited for it. */
  | { readonly type: 'reply'; readonly at: number; readonly responseHours: number }
  | { readonly type: 'tutor-change'; readonly at: number };

/** A session of the above. */
export type SessionEvent = Extract<CustomerEvent, { type: 'session' }>;
