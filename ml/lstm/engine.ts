/** What an engine makes of a batch of windows. */
export interface Reconstruction {
  /** The windows rebuilt, standardised units, row-major, shape [batch, steps, features]. */
  readonly values: Float32Array;
  /** State of the bottleneck after the last step, each in (−1, 1), shape [batch, encodingDim]. */
  readonly latent: Float32Array;
}

/** Runs one trained LSTM autoencoder. Which engine it is changes the speed, and no value by more than 1e-5. */
export interface Engine {
  readonly name: 'fused' | 'fused-js' | 'tfjs' | 'tfjs-node';
  readonly steps: number;
  readonly features: number;
  readonly encodingDim: number;
  /**
   * @param windows - standardised, row-major, shape [batch, steps, features]; left alone
   * @param batch - windows, ≥ 0
   * @throws {RangeError} when `windows` holds another number of values than batch × steps × features
   */
  reconstruct(windows: Float32Array, batch: number): Reconstruction;
  /** Gives back what the engine holds; it is not used after that. */
  dispose(): void;
}
