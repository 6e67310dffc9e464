/** Where a vector usually lies, and the inverse of how its entries vary together. */
export interface Gaussian {
  /** Shape [n]. */
  readonly means: ArrayLike<number>;
  /** Inverse covariance, shape [n × n], symmetric. */
  readonly precision: ArrayLike<number>;
}

/**
 * What each entry of a vector adds to its squared Mahalanobis distance: dᵢ(Pd)ᵢ, with d the distance from the means.
 * An entry that agrees with its neighbours can subtract. Mahalanobis 1936. O(n²).
 *
 * @param values - holds the vector from `offset` on; not mutated
 * @param offset - index of the vector's first entry
 * @returns shape [n]; the sum is the squared distance
 * @example
 * mahalanobisTerms([5, 3], 0, { means: [2, 3], precision: [0.25, 0, 0, 1] }) // => [2.25, 0]
 */
export const mahalanobisTerms = (
  values: ArrayLike<number>,
  offset: number,
  { means, precision }: Gaussian,
): Float64Array => {
  const size = means.length;
  const terms = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let product = 0;
    for (let column = 0; column < size; column += 1) {
      product += precision[row * size + column]! * (values[offset + column]! - means[column]!);
    }
    terms[row] = product * (values[offset + row]! - means[row]!);
  }
  return terms;
};
