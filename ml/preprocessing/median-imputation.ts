const medianOf = (sorted: Float64Array): number => {
  const upper = Math.floor(sorted.length / 2);
  const middle = sorted[upper] as number;
  return sorted.length % 2 === 1 ? middle : ((sorted[upper - 1] as number) + middle) / 2;
};

/**
 * Median of each column over its cells that are not missing.
 *
 * @param values - row by row, shape [rows × width]; NaN is missing
 * @param width - columns, ≥ 1
 * @returns shape [width]; 0 for a column without any value, which then says nothing of anyone
 * @example
 * fitMedians(new Float64Array([1, NaN, 2, NaN, 6, NaN]), 2) // => [2, 0]
 */
export const fitMedians = (values: Float64Array, width: number): number[] =>
  Array.from({ length: width }, (_, column) => {
    const present: number[] = [];
    for (let cell = column; cell < values.length; cell += width) {
      const value = values[cell] as number;
      if (!Number.isNaN(value)) present.push(value);
    }
    return present.length === 0 ? 0 : medianOf(Float64Array.from(present).sort());
  });

/**
 * A copy with each missing cell replaced by its column's median.
 *
 * @param values - row by row, shape [rows × medians]; NaN is missing
 * @param medians - of the training rows, shape [width]
 * @example
 * Array.from(imputeMedians(new Float64Array([NaN, 3]), [1, 2])) // => [1, 3]
 */
export const imputeMedians = (values: Float64Array, medians: readonly number[]): Float64Array =>
  values.map((value, cell) => (Number.isNaN(value) ? (medians[cell % medians.length] as number) : value));
