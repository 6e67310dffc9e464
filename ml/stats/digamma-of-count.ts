/** −ψ(1). */
const eulerGamma = 0.5772156649015329;
/** From here on the series has more digits than a double. */
const seriesFrom = 20;

/**
 * Digamma ψ(n) of a whole number: the sum of 1/k for k < n, less Euler's constant. Abramowitz & Stegun 1964, 6.3.2;
 * the series 6.3.18 for large n. O(1).
 *
 * @param n - integer ≥ 1
 * @example
 * digammaOfCount(1) // => -0.5772156649015329
 * digammaOfCount(3) // => 1.5 - 0.5772156649015329
 */
export const digammaOfCount = (n: number): number => {
  if (n >= seriesFrom) {
    const square = 1 / (n * n);
    return (
      Math.log(n) - 1 / (2 * n) - square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)))
    );
  }
  let sum = -eulerGamma;
  for (let k = 1; k < n; k += 1) sum += 1 / k;
  return sum;
};
