/** What many people's watches and alerts show together. Names nobody. */
export interface AnomalyOverview {
  /** Anomaly scores of a sample of what watches sent, a list for each person. */
  scores(): Promise<readonly (readonly number[])[]>;
  /** Days with an alert, as days since 1970-01-01 by the person's clocks, a list for each person. */
  alertDays(): Promise<readonly (readonly number[])[]>;
}
