import type { Reconstruction } from '../lstm/engine.ts';

/** Windows and what the network made of them. */
export interface Reconstructed {
  /** Standardised, shape [n, steps, features]. */
  readonly windows: Float32Array;
  readonly reconstruction: Reconstruction;
  /** Whose each window is, shape [n]; all one person's when left out. */
  readonly people?: readonly string[] | undefined;
}
