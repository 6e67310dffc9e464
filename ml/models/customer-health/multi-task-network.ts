/** Batch normalisation behind a layer's activation, with what it learned of the training rows. */
export interface BatchNormalization {
  /** Each of shape [units]. */
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly movingMean: Float32Array;
  /** ≥ 0. */
  readonly movingVariance: Float32Array;
}

/** Added to a variance, as Keras does. */
export const normEpsilon = 1e-3;

/** Dense, relu, and where there is one batch normalisation and dropout behind it. */
export interface SharedLayer {
  readonly units: number;
  /** Row by row, shape [inputs × units]. */
  readonly kernel: Float32Array;
  /** Shape [units]. */
  readonly bias: Float32Array;
  readonly norm: BatchNormalization | undefined;
  /** Share of units silenced while training, 0 … 1. */
  readonly dropout: number;
}

/** One number for one task, from what the last shared layer gives. */
export interface TaskHead {
  /** Of the task; names the output. */
  readonly name: string;
  readonly activation: 'sigmoid' | 'linear';
  /** Shape [units of the last shared layer]. */
  readonly kernel: Float32Array;
  /** Shape [1]. */
  readonly bias: Float32Array;
}

/** Shared layers, and a head for each task. Caruana 1997. */
export interface MultiTaskNetwork {
  /** Width of the input. */
  readonly features: number;
  /** At least one. */
  readonly shared: readonly SharedLayer[];
  /** At least one. */
  readonly heads: readonly TaskHead[];
}
