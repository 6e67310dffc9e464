/** A share of all customers; the shares of one number hold each customer once. */
export interface CustomerShare {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

/** Customers whose risk nobody has asked for lately. */
export interface QuietCustomers {
  /**
   * Ids of those of a share with a profile whose last prediction, if any, is older than a moment, a page at a time and
   * in no order.
   *
   * @param before - milliseconds since 1970 UTC
   */
  pages(share: CustomerShare, before: number): AsyncIterable<readonly string[]>;
}

/** How far the review of a day has come. */
export interface ReviewRound {
  /** The day, as 2026-11-21. */
  readonly day: string;
  /** The first that is not done with; the number of shares: all are. */
  readonly nextShare: number;
}

export interface ReviewRounds {
  find(): Promise<ReviewRound | undefined>;
  /** Leaves a later day's round as it is. */
  save(round: ReviewRound): Promise<void>;
}
