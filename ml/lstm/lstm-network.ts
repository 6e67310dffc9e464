/** Weights of one LSTM layer as Keras lays them out; gates in the order input, forget, cell, output. */
export interface LstmWeights {
  readonly name: string;
  readonly inputs: number;
  readonly units: number;
  /** Shape [inputs, 4 × units]. */
  readonly kernel: Float32Array;
  /** Shape [units, 4 × units]. */
  readonly recurrentKernel: Float32Array;
  /** Shape [4 × units]. */
  readonly bias: Float32Array;
}

/** The dense layer that turns each step's last state into features. */
export interface DenseWeights {
  readonly name: string;
  readonly inputs: number;
  readonly units: number;
  /** Shape [inputs, units]. */
  readonly kernel: Float32Array;
  /** Shape [units]. */
  readonly bias: Float32Array;
}

/**
 * An LSTM autoencoder: encoder layers, of which the last keeps only its final state, that state repeated for every
 * step, decoder layers, and a dense layer on each step.
 */
export interface LstmNetwork {
  readonly steps: number;
  readonly features: number;
  /** Share of values dropped after every layer but the bottleneck while training, in [0, 1). */
  readonly dropout: number;
  /** First to last; at least one, and the last is the bottleneck. */
  readonly encoder: readonly LstmWeights[];
  /** First to last; at least one. */
  readonly decoder: readonly LstmWeights[];
  readonly output: DenseWeights;
}

/**
 * Width of the bottleneck.
 *
 * @param network - of any widths
 */
export const encodingDimOf = ({ encoder }: LstmNetwork): number => encoder.at(-1)?.units ?? 0;
