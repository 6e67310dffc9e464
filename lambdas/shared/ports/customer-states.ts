import type { CustomerValues } from '../../../ml/features/customer/customer-record.ts';
import type { ChurnEpisode } from '../../../ml/features/customer/online/churn-episode.ts';
import type { CustomerState } from '../../../ml/features/customer/online/customer-state.ts';

/** Why a model holds a customer to be at risk. */
export interface ChurnReason {
  readonly feature: string;
  readonly direction: 'raises' | 'lowers';
  readonly contribution: number;
}

/** An episode with the alert that it raised. Its id is the alert's. */
export interface AlertedEpisode extends ChurnEpisode {
  readonly alert: 'due' | 'sent';
  /** 0 … 1, when it began. */
  readonly risk: number;
  readonly reasons: readonly ChurnReason[];
}

/** What was last expected of a customer. */
export interface LastPrediction {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Of leaving within 30 days, 0 … 1. */
  readonly churnRisk30d: number;
  /** 0 … 100. */
  readonly healthScore: number;
  /** What it was made from. */
  readonly inputs: CustomerValues;
}

/** All that is kept of one customer. */
export interface CustomerEntry {
  readonly state: CustomerState;
  readonly prediction: LastPrediction | undefined;
  /** The one that the customer is in. */
  readonly episode: AlertedEpisode | undefined;
  /** Of all episodes, so that what names the customer can be found. */
  readonly alertIds: readonly string[];
}

/** An entry, and what it must still be when it is replaced; 0: there is none yet. */
export interface EntryRevision {
  readonly entry: CustomerEntry;
  readonly revision: number;
}

/** One entry a customer. */
export interface CustomerStates {
  /** By customer id; an empty entry for who has none, and nothing where it cannot be understood. @param customerIds - distinct */
  read(customerIds: readonly string[]): Promise<ReadonlyMap<string, EntryRevision>>;
  /** False, and nothing changed, when the entry is no longer of this revision. */
  replace(customerId: string, next: EntryRevision): Promise<boolean>;
  /** Writes down of whom an alert speaks, so that the alert itself need not say. */
  nameAlert(alertId: string, customerId: string): Promise<void>;
  /** Of whom an alert speaks. */
  whoseAlert(alertId: string): Promise<string | undefined>;
  /** Removes all that is kept of a customer, and what names them as an alert's. Repeatable. */
  forget(customerId: string): Promise<void>;
}
