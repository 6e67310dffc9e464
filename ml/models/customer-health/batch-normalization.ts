import { normEpsilon } from './multi-task-network.ts';

/** Batch normalisation of one batch, with what its backward pass needs. */
export interface NormalizedBatch {
  /** gamma · normalised + beta, shape [n × units]. */
  readonly output: Float32Array;
  /** Mean 0 and variance 1 in each column, shape [n × units]. */
  readonly normalized: Float32Array;
  /** Of the batch, shape [units]. */
  readonly means: Float32Array;
  readonly variances: Float32Array;
}

interface NormParameters {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
}

/**
 * Batch normalisation by the batch's own mean and variance. Ioffe & Szegedy 2015, algorithm 1.
 *
 * @param input - row by row, shape [n × units], n ≥ 1; left as it was
 */
export const normalizeBatch = (input: Float32Array, { gamma, beta }: NormParameters): NormalizedBatch => {
  const units = gamma.length;
  const rows = input.length / units;
  const means = new Float32Array(units);
  const variances = new Float32Array(units);
  for (let cell = 0, unit = 0; cell < input.length; cell += 1) {
    means[unit]! += input[cell]! / rows;
    unit = unit + 1 === units ? 0 : unit + 1;
  }
  for (let cell = 0, unit = 0; cell < input.length; cell += 1) {
    variances[unit]! += (input[cell]! - means[unit]!) ** 2 / rows;
    unit = unit + 1 === units ? 0 : unit + 1;
  }
  const inverses = variances.map((variance) => 1 / Math.sqrt(variance + normEpsilon));
  const normalized = new Float32Array(input.length);
  const output = new Float32Array(input.length);
  for (let cell = 0, unit = 0; cell < input.length; cell += 1) {
    const value = (input[cell]! - means[unit]!) * inverses[unit]!;
    normalized[cell] = value;
    output[cell] = gamma[unit]! * value + beta[unit]!;
    unit = unit + 1 === units ? 0 : unit + 1;
  }
  return { output, normalized, means, variances };
};

/**
 * Backward pass of `normalizeBatch`: the mean and the variance are of the batch, so that each row moves all.
 *
 * @param slopes - of the output, shape [n × units]
 * @param batch - from the forward pass
 * @returns slopes of input, gamma and beta
 */
export const normalizeBatchSlopes = (
  slopes: Float32Array,
  { normalized, variances }: NormalizedBatch,
  gamma: Float32Array,
) => {
  const units = gamma.length;
  const rows = slopes.length / units;
  const ofGamma = new Float32Array(units);
  const ofBeta = new Float32Array(units);
  for (let cell = 0, unit = 0; cell < slopes.length; cell += 1) {
    ofGamma[unit]! += slopes[cell]! * normalized[cell]!;
    ofBeta[unit]! += slopes[cell]!;
    unit = unit + 1 === units ? 0 : unit + 1;
  }
  const factors = gamma.map((value, unit) => value / Math.sqrt(variances[unit]! + normEpsilon) / rows);
  const ofInput = new Float32Array(slopes.length);
  for (let cell = 0, unit = 0; cell < slopes.length; cell += 1) {
    ofInput[cell] =
      factors[unit]! * (rows * slopes[cell]! - ofBeta[unit]! - normalized[cell]! * ofGamma[unit]!);
    unit = unit + 1 === units ? 0 : unit + 1;
  }
  return { ofInput, ofGamma, ofBeta };
};
