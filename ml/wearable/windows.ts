/** Windows of consecutive samples, each of one user and without a gap. */
export interface Windows {
  readonly count: number;
  /** Features in their own units (not standardised), row by row, shape [count, steps, features], finite. */
  readonly values: Float32Array;
  /** Whose window it is, shape [count]. */
  readonly users: readonly string[];
  /** When the last sample was taken, ms since 1970, shape [count]. */
  readonly endsMs: Float64Array;
  /** `normal`, or the kind of the anomaly that its samples are labelled with, shape [count]. */
  readonly labels: readonly string[];
}

/** The label of samples and windows in which nothing is wrong. */
export const normalLabel = 'normal';
