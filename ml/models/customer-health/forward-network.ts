import { type MultiTaskNetwork, normEpsilon, type SharedLayer } from './multi-task-network.ts';

/** A network with its batch normalisation as one factor and one summand a unit, ready to run. */
export interface PreparedNetwork extends MultiTaskNetwork {
  /** One for each shared layer, each of shape [units]. */
  readonly scales: readonly Float64Array[];
  readonly shifts: readonly Float64Array[];
}

const scaleOf = ({ units, norm }: SharedLayer): Float64Array =>
  Float64Array.from({ length: units }, (_, unit) =>
    norm === undefined
      ? 1
      : (norm.gamma[unit] as number) / Math.sqrt((norm.movingVariance[unit] as number) + normEpsilon),
  );

/**
 * Works out what running a network needs once, and not for every customer.
 *
 * @param network - as read or as trained
 */
export const prepareNetwork = (network: MultiTaskNetwork): PreparedNetwork => {
  const scales = network.shared.map(scaleOf);
  const shifts = network.shared.map(({ norm }, layer) =>
    (scales[layer] as Float64Array).map((scale, unit) =>
      norm === undefined ? 0 : (norm.beta[unit] as number) - scale * (norm.movingMean[unit] as number),
    ),
  );
  return { ...network, scales, shifts };
};

/**
 * What each shared layer gives for one row.
 *
 * @param x - normalised, shape [features]
 * @returns for each layer what comes out, and what went into its relu, shape [units] each
 */
export const sharedActivations = (network: PreparedNetwork, x: ArrayLike<number>) => {
  let input = x;
  return network.shared.map(({ units, kernel, bias }, layer) => {
    const output = Float64Array.from(bias);
    for (let row = 0; row < input.length; row += 1) {
      const value = input[row] as number;
      if (value === 0) continue;
      for (let unit = 0; unit < units; unit += 1) {
        output[unit] = (output[unit] as number) + value * (kernel[row * units + unit] as number);
      }
    }
    const beforeRelu = output.slice();
    const scale = network.scales[layer] as Float64Array;
    const shift = network.shifts[layer] as Float64Array;
    for (let unit = 0; unit < units; unit += 1) {
      output[unit] = Math.max(0, output[unit] as number) * (scale[unit] as number) + (shift[unit] as number);
    }
    input = output;
    return { output, beforeRelu };
  });
};

/**
 * What the heads give for one row, before their activation. O(weights).
 *
 * Plain code rather than tfjs, whose packages are many times the size of these models: they would make a Lambda
 * start slowly. Sums are of doubles, so that they differ from those of tfjs by the rounding of its floats.
 *
 * @param network - from `prepareNetwork`
 * @param x - normalised, shape [features]
 * @returns log-odds of a sigmoid head, the value of a linear one; shape [heads]
 */
export const headLogits = (network: PreparedNetwork, x: ArrayLike<number>): Float64Array => {
  const last = sharedActivations(network, x).at(-1)?.output ?? Float64Array.from(x);
  return Float64Array.from(network.heads, ({ kernel, bias }) =>
    last.reduce((sum, value, unit) => sum + value * (kernel[unit] as number), bias[0] as number),
  );
};

/**
 * What the heads give for one row.
 *
 * @param network - from `prepareNetwork`
 * @param x - normalised, shape [features]
 * @returns 0 … 1 of a sigmoid head, the value of a linear one; shape [heads]
 */
export const headOutputs = (network: PreparedNetwork, x: ArrayLike<number>): Float64Array =>
  headLogits(network, x).map((logit, head) =>
    network.heads[head]?.activation === 'sigmoid' ? 1 / (1 + Math.exp(-logit)) : logit,
  );

/**
 * Logits of rows.
 *
 * @param x - normalised, row by row, shape [n × features]
 * @returns row by row, shape [n × heads]
 */
export const rowLogits = (network: MultiTaskNetwork, x: Float64Array): Float64Array => {
  const prepared = prepareNetwork(network);
  const { features, heads } = network;
  const logits = new Float64Array((x.length / features) * heads.length);
  for (let row = 0; row * features < x.length; row += 1) {
    logits.set(headLogits(prepared, x.subarray(row * features, (row + 1) * features)), row * heads.length);
  }
  return logits;
};
