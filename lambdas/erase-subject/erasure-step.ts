import type { Erasure } from '../shared/ports/erasures.ts';

/** What was done in one store. */
export interface StepOutcome {
  /** How much went, by kind. */
  readonly removed: Readonly<Record<string, number>>;
  readonly datasetsRebuilt?: Erasure['datasetsRebuilt'];
  readonly modelsAffected?: readonly string[];
}

/** Whom to erase, and what is remembered from one try to the next. */
export interface ErasureWork {
  readonly userId: string;
  /** Objects of this store that were to be written again: whether that was done or not, earlier versions must go. */
  readonly touched: ReadonlySet<string>;
  /** Remembered before this is answered. */
  touch(keys: readonly string[]): Promise<void>;
}

/** One store. May be done any number of times, and be cut off anywhere: what is left is done by the next try. */
export interface ErasureStep {
  readonly name: string;
  erase(work: ErasureWork): Promise<StepOutcome>;
  /** Destroys what finding needed, when nothing is left to be found. Repeatable. */
  finish?(userId: string): Promise<void>;
}
