/** Somebody's rows in one content of a dataset. */
export interface LineageEntry {
  /** Stands for the person; see personKeyOf. */
  readonly personKey: string;
  readonly datasetId: string;
  readonly contentHash: string;
  readonly sampleId: string;
}

/** Who is in which content of which dataset: the only link, for erasure. Readers see every write that was answered. */
export interface DatasetLineage {
  /** Repeatable. */
  record(entries: readonly LineageEntry[]): Promise<void>;
  of(personKey: string): Promise<readonly LineageEntry[]>;
  /** Everybody in a content. */
  peopleIn(datasetId: string, contentHash: string): Promise<readonly LineageEntry[]>;
  /** What is not there is fine. */
  forget(entries: readonly LineageEntry[]): Promise<void>;
}
