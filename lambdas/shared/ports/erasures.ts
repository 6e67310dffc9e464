import type { SignedReceipt } from '../../../ml/audit/erasure-receipt.ts';

/** How far an erasure is: under way, done once and waiting for what was still on its way, or done for good. */
export type ErasureState = 'erasing' | 'settling' | 'complete';

/** One person's erasure. Once it is complete it names nobody. */
export interface Erasure {
  readonly erasureId: string;
  readonly state: ErasureState;
  /** Until it is complete: without it nothing could be found. */
  readonly userId?: string | undefined;
  /** The person's pseudonym in the audit trail. */
  readonly subject: string;
  /** ISO 8601. */
  readonly requestedAt: string;
  /** When every store had been gone through for the first time, epoch milliseconds. */
  readonly firstPassAt?: number | undefined;
  /** How much was removed, by store and kind. */
  readonly removed: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly datasetsRebuilt: readonly { readonly dataset: string; readonly sha256: string | null }[];
  readonly modelsAffected: readonly string[];
  /** Objects that were written again, whose earlier versions are to go: `{store} {key}`. */
  readonly touched: readonly string[];
  readonly receipt?: SignedReceipt | undefined;
  /** Grows with every save. */
  readonly revision: number;
}

/** Erasures, by an id that is made from the person's and tells nobody who it is. */
export interface Erasures {
  find(erasureId: string): Promise<Erasure | undefined>;
  idOf(userId: string): Promise<string>;
  /** False, and nothing is saved, when it is no longer of this revision; 0: there is none yet. */
  save(erasure: Erasure): Promise<boolean>;
  /** Ids of those that are not complete. */
  unfinished(): Promise<readonly string[]>;
}
