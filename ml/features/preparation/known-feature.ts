/** A feature, and how much of what it speaks of was there. */
export interface KnownFeature {
  readonly name: string;
  /** Null where nothing is known; never 0 in its place. */
  readonly value: number | null;
  /** Share of the dates that the feature looks at for which something is known, 0 … 1. */
  readonly coverage: number;
}
