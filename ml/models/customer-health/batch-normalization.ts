import { normEpsilon } from './multi-task-network.ts';

/** Means and variances of a layer's units, shape [units] each. */
export interface BatchStatistics {
  readonly means: Float64Array;
  readonly variances: Float64Array;
}

/** Factor and summand of each unit's normalised value, shape [units] each. */
export interface NormParameters {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
}

/**
 * Batch normalisation by the batch's own mean and variance. Ioffe & Szegedy 2015, algorithm 1.
 *
 * @param input - row by row, shape [n × units], n ≥ 1; left as it was
 * @param to - `normalized`, of mean 0 and variance 1 in each column, and `output`, gamma · normalised + beta; each
 * of the input's shape, written
 * @returns of the batch
 */
export const normalizeBatch = (
  input: Float32Array,
  { gamma, beta }: NormParameters,
  to: { readonly normalized: Float32Array; readonly output: Float32Array },
): BatchStatistics => {
  const units = gamma.length;
  const { normalized, output } = to;
  const rows = input.length / units;
  const means = new Float64Array(units);
  const variances = new Float64Array(units);
  for (let row = 0; row < input.length; row += units) {
    for (let unit = 0; unit < units; unit += 1) means[unit]! += input[row + unit]!;
  }
  for (let unit = 0; unit < units; unit += 1) means[unit]! /= rows;
  for (let row = 0; row < input.length; row += units) {
    for (let unit = 0; unit < units; unit += 1) {
      const distance = input[row + unit]! - means[unit]!;
      variances[unit]! += distance * distance;
    }
  }
  for (let unit = 0; unit < units; unit += 1) variances[unit]! /= rows;
  const inverses = variances.map((variance) => 1 / Math.sqrt(variance + normEpsilon));
  for (let row = 0; row < input.length; row += units) {
    for (let unit = 0; unit < units; unit += 1) {
      const value = (input[row + unit]! - means[unit]!) * inverses[unit]!;
      normalized[row + unit] = value;
      output[row + unit] = gamma[unit]! * value + beta[unit]!;
    }
  }
  return { means, variances };
};

/**
 * Backward pass of `normalizeBatch`: the mean and the variance are of the batch, so that each row moves all.
 *
 * @param slopes - of the output, shape [n × units]; become those of the input
 * @param batch - `normalized` and the variances, from the forward pass
 * @returns slopes of gamma and beta, shape [units] each
 */
export const normalizeBatchSlopes = (
  slopes: Float32Array,
  { normalized, variances }: { readonly normalized: Float32Array; readonly variances: Float64Array },
  gamma: Float32Array,
): { readonly ofGamma: Float64Array; readonly ofBeta: Float64Array } => {
  const units = gamma.length;
  const rows = slopes.length / units;
  const ofGamma = new Float64Array(units);
  const ofBeta = new Float64Array(units);
  for (let row = 0; row < slopes.length; row += units) {
    for (let unit = 0; unit < units; unit += 1) {
      const slope = slopes[row + unit]!;
      ofGamma[unit]! += slope * normalized[row + unit]!;
      ofBeta[unit]! += slope;
    }
  }
  const factors = variances.map((variance, unit) => gamma[unit]! / Math.sqrt(variance + normEpsilon) / rows);
  for (let row = 0; row < slopes.length; row += units) {
    for (let unit = 0; unit < units; unit += 1) {
      const cell = row + unit;
      slopes[cell] =
        factors[unit]! * (rows * slopes[cell]! - ofBeta[unit]! - normalized[cell]! * ofGamma[unit]!);
    }
  }
  return { ofGamma, ofBeta };
};
