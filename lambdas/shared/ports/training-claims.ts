/** Who writes, or has written, the line of one content hash. */
export interface TrainingClaim {
  readonly state: 'pending' | 'confirmed';
  /** The part that holds the line, or will. */
  readonly partKey: string;
  /** Epoch milliseconds until which nobody else takes a pending claim up. */
  readonly leaseUntil: number;
}

/** Every reading sees every write that was answered before. */
export interface TrainingClaims {
  /** By content hash; those that nobody claimed are absent. */
  read(contentHashes: readonly string[]): Promise<ReadonlyMap<string, TrainingClaim>>;
  /**
   * Claims a line that nobody has claimed or, given `instead`, one that is pending in that part.
   *
   * @returns the claim that stands afterwards: this one, or whose it is
   */
  claim(contentHash: string, claim: TrainingClaim, instead?: string): Promise<TrainingClaim>;
  /** The lines are in this part, whatever was said before. */
  confirm(contentHashes: readonly string[], partKey: string): Promise<void>;
  /** These parts' lines are in a training file. Told before a part is deleted, and never forgotten. */
  recordFolded(partKeys: readonly string[]): Promise<void>;
  isFolded(partKey: string): Promise<boolean>;
}
