/** Who has been erased, as keyed hashes: nobody can list them, but whoever asks about somebody is told. */
export interface Tombstones {
  /** Those of these people who are erased, or about to be. */
  among(userIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** From now on nothing is made of this person's data. Repeatable. */
  raise(userId: string): Promise<void>;
}
