import type { KernelOptions } from './kernels.ts';
import type { LstmNetwork } from './lstm-network.ts';

export interface TrainerOptions extends KernelOptions {
  /** Windows in the largest step. Memory follows it up to 32 and stays flat from there. */
  readonly batchSize: number;
  /** Of Adam, > 0. */
  readonly learningRate: number;
  /** Share of values dropped while training, in [0, 1). @default that of the network */
  readonly dropout?: number;
  /** Decides the dropout masks. */
  readonly seed: number;
}

/** What Adam remembers: with the weights and the options all that is needed to go on where training stopped. */
export interface OptimizerState {
  /** Steps taken. */
  readonly steps: number;
  /** Running mean of the gradients, in the order of `weights()`, flat. */
  readonly first: Float32Array;
  /** Running mean of their squares, likewise. */
  readonly second: Float32Array;
}

/** A network as tfjs stores it: `model.json` names `weights.bin` beside it. */
export interface ModelArtifacts {
  /** Ends in a line feed. */
  readonly modelJson: string;
  readonly weightsBin: Uint8Array;
}

/** Trains one LSTM autoencoder to rebuild its input: mean squared error, Adam. */
export interface Trainer {
  /** Of Adam, > 0; may be changed between steps. */
  learningRate: number;
  /**
   * Forward, backward and one step of Adam.
   *
   * @param windows - standardised, row-major, shape [batch, steps, features]
   * @param batch - 1 … any number
   * @returns the mean squared error before the step, with dropout on
   */
  trainStep(windows: Float32Array, batch: number): number;
  /**
   * @param windows - shape [batch, steps, features]
   * @returns mean squared error with dropout off
   */
  evaluate(windows: Float32Array, batch: number): number;
  /** A copy of the weights, flat: kernel, recurrent kernel and bias of each layer in order, the dense layer last. */
  weights(): Float32Array;
  setWeights(weights: Float32Array): void;
  /** Of the last step, in the order of `weights()`. */
  gradients(): Float32Array;
  /** A copy. */
  optimizerState(): OptimizerState;
  setOptimizerState(state: OptimizerState): void;
  /** The network with the weights of now. */
  network(): LstmNetwork;
  /** What stock `loadLayersModel` of tfjs, and `readNetwork`, read. */
  toArtifacts(): ModelArtifacts;
  dispose(): void;
}
