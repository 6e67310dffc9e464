export interface Standardisation {
  /** Shape [width]. */
  readonly means: readonly number[];
  /** Population standard deviations, shape [width]; 0 marks a constant column. */
  readonly deviations: readonly number[];
}

/**
 * Mean and population standard deviation of each column, in one pass (Welford 1962).
 *
 * @param values - row by row, shape [rows × width], finite, at least one row
 * @param width - columns, ≥ 1
 * @returns a constant column has a deviation of exactly 0
 * @example
 * fitStandardisation(new Float64Array([1, 7, 3, 7]), 2) // => { means: [2, 7], deviations: [1, 0] }
 */
export const fitStandardisation = (values: Float64Array | Float32Array, width: number): Standardisation => {
  const means: number[] = [];
  const deviations: number[] = [];
  for (let column = 0; column < width; column += 1) {
    let mean = 0;
    let squares = 0;
    let count = 0;
    for (let cell = column; cell < values.length; cell += width) {
      const value = values[cell] as number;
      count += 1;
      const distance = value - mean;
      mean += distance / count;
      squares += distance * (value - mean);
    }
    means.push(mean);
    deviations.push(Math.sqrt(squares / count));
  }
  return { means, deviations };
};

/**
 * A copy in units of the training rows: (value − mean) / deviation.
 *
 * A column that was constant in training becomes 0 everywhere: nothing was learned about its other values, so
 * they must not move a prediction.
 *
 * @param values - row by row, shape [rows × width], finite
 * @param fitted - from `fitStandardisation` on the training rows
 * @example
 * Array.from(standardise(new Float64Array([3, 9]), { means: [2, 7], deviations: [2, 0] })) // => [0.5, 0]
 */
export const standardise = (values: Float64Array, { means, deviations }: Standardisation): Float64Array =>
  values.map((value, cell) => {
    const column = cell % means.length;
    const deviation = deviations[column] as number;
    return deviation === 0 ? 0 : (value - (means[column] as number)) / deviation;
  });
