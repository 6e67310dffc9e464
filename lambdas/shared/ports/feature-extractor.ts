export interface FeaturePair {
  readonly userId: string;
  /** Instant, milliseconds since 1970 UTC. */
  readonly asOf: number;
}

export type FeatureOutcome =
  | {
      readonly ok: true;
      /** Shape [49], finite, in the order of crisisFeatureNames. */
      readonly values: Float64Array;
    }
  | { readonly ok: false; readonly code: string };

/** A batch came back as one failure, as when a single journal makes a function run out of memory. */
export class BatchFailedError extends Error {
  override readonly name = 'BatchFailedError';
}

export interface FeatureExtractor {
  /**
   * Features of each pair, or its error, in order.
   *
   * @throws {BatchFailedError} when the batch as a whole failed, so that parts of it may still succeed
   */
  extract(pairs: readonly FeaturePair[], days: number): Promise<readonly FeatureOutcome[]>;
}
