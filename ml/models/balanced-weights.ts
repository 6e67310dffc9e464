/**
 * Row weights times class weights, so that both classes weigh the same in all, with a mean of 1.
 *
 * What oversampling does, without the copies. King & Zeng 2001.
 *
 * @param labels - 0 or 1, shape [n]
 * @param weights - ≥ 0, shape [n]
 * @returns shape [n], sum n; when a class is absent only scaled to mean 1
 * @example
 * Array.from(balancedWeights([1, 0, 0, 0], [1, 1, 1, 1])).map((w) => w.toFixed(3)) // => ['2.000', '0.667', '0.667', '0.667']
 */
export const balancedWeights = (labels: ArrayLike<number>, weights: ArrayLike<number>): Float64Array => {
  const totals = [0, 0];
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] as 0 | 1;
    totals[label] = (totals[label] as number) + (weights[row] as number);
  }
  const classes = totals.filter((total) => total > 0).length;
  return Float64Array.from(
    labels,
    (label, row) => ((weights[row] as number) * labels.length) / (classes * (totals[label] as number)),
  );
};
