/** What decides where a row goes: a person at a cut-off, and the label. */
export interface RowPlace {
  /** Whatever tells persons apart; never leaves the assembly. */
  readonly personId: string;
  /** Instant in milliseconds since 1970 UTC; the features look back from it, the label ahead. */
  readonly cutoff: number;
  /** The cut-off's local date, in days since 1970-01-01. */
  readonly cutoffDay: number;
  readonly label: 0 | 1;
}

/** One person at one cut-off, before anything is anonymised. */
export interface DatasetRow extends RowPlace {
  /** Shape [features], finite, in the order of the schema. */
  readonly features: ArrayLike<number>;
}

/** One line of a dataset, without a trace of who it is about. */
export interface SampleRow {
  /** `sample_000001`, shared by a person's cut-offs and copies. */
  readonly sampleId: string;
  readonly features: ArrayLike<number>;
  readonly label: 0 | 1;
}
